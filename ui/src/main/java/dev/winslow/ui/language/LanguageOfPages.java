package dev.winslow.ui.language;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.Collections;
import java.util.Locale;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Opens each page in the person's language, says in the page which one it is, and gives the scripts their texts. */
@Component
class LanguageOfPages implements VaadinServiceInitListener {
    @Override
    public void serviceInit(ServiceInitEvent init) {
        init.addIndexHtmlRequestListener(LanguageOfPages::tell);
        init.addIndexHtmlRequestListener(LanguageOfPages::keep);
        init.getSource().addUIInitListener(begun -> open(begun.getUI(), locale(VaadinRequest.getCurrent())));
        init.getSource().setSystemMessagesProvider(asked -> messages());
    }

    private static void open(UI page, Locale locale) {
        page.setLocale(locale);
        page.getReconnectDialogConfiguration()
                .setDialogText(t("The server cannot be reached. The page tries again by itself."));
        page.getReconnectDialogConfiguration()
                .setDialogTextGaveUp(t("The server cannot be reached. Load the page again when it is back."));
    }

    private static SystemMessages messages() {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredCaption(t("This page was left alone for long"));
        messages.setSessionExpiredMessage(t("Click here, or press Esc, to go on."));
        messages.setInternalErrorCaption(t("Something went wrong in the server"));
        messages.setInternalErrorMessage(t("Its log says more. Click here, or press Esc, to go on."));
        messages.setCookiesDisabledCaption(t("This browser keeps no cookies"));
        messages.setCookiesDisabledMessage(t("Allow them for this page, then click here."));
        return messages;
    }

    private static void tell(IndexHtmlResponse response) {
        Language language = Language.of(locale(response.getVaadinRequest()));
        Document page = response.getDocument();
        page.getElementsByTag("html").attr("lang", language.code());
        if (language == Language.GERMAN) {
            // In the page itself: scripts need their texts when they start.
            String texts =
                    JsonMapper.shared().writeValueAsString(Translations.german().elements());
            page.head()
                    .appendElement("script")
                    .attr("type", "application/json")
                    .attr("id", "winslow-texts")
                    .appendChild(new DataNode(texts.replace("<", "\\u003c")));
        }
    }

    /** Set anew with each page, by the server: some browsers forget within a week what a script has set, and all of them what is a year old. */
    private static void keep(IndexHtmlResponse response) {
        VaadinRequest request = response.getVaadinRequest();
        LanguageChoice.chosen(request.getCookies())
                .ifPresent(language -> response.getVaadinResponse()
                        .addCookie(LanguageChoice.cookie(language, request.getContextPath() + "/")));
    }

    private static Locale locale(VaadinRequest request) {
        return LanguageChoice.locale(request.getCookies(), Collections.list(request.getLocales()));
    }
}
