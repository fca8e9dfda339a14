package dev.winslow.ui.language;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.Locale;

/** Offers the other language, in its own words, so that those who cannot read the page find it. */
public final class LanguageSwitch extends Button {
    public LanguageSwitch() {
        Language other = Language.current().other();
        setText(other.code().toUpperCase(Locale.ROOT));
        setAriaLabel(other.ownName());
        setTooltipText(other.ownName());
        getElement().setAttribute("lang", other.code());
        addThemeVariants(ButtonVariant.TERTIARY);
        addClassName("winslow-language");
        addClickListener(click -> change());
    }

    /** To the other language: the page is loaded again, and all pages of this browser follow from then on. */
    public static void change() {
        UI.getCurrent()
                .getPage()
                .executeJs(
                        """
                        document.cookie = `${$0}=${$1}; path=${new URL(document.baseURI).pathname}; max-age=${$2}; samesite=lax`;
                        location.reload();""", LanguageChoice.COOKIE, Language.current().other().code(), LanguageChoice.KEPT.toSeconds());
    }
}
