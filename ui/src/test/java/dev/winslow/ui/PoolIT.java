package dev.winslow.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.project.CreateProject;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.artifact.FileService;
import dev.winslow.engine.artifact.FoundFiles;
import dev.winslow.engine.artifact.Pool;
import dev.winslow.engine.artifact.PoolService;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.minio.ArtifactStore;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person shares a film between projects, and takes it out again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PoolIT {
    private static final Pattern PART = Pattern.compile("[?&]partNumber=(\\d+)");
    private static final Pattern THIRD = Pattern.compile("[?&]partNumber=3");

    @RegisterExtension
    static final Visitor visitor = Visitor.ofATrial("--winslow.storage.part-size=5MB");

    /** First, since it is about the empty pool, too. */
    @Test
    @Order(1)
    void sendsAFilmGivesItToAProjectAndDeletesOneThatNobodyHas() {
        visitor.bean(ProjectService.class).create(new CreateProject("Bridge", "vehicle-tracking", List.of()));
        Page page = visitor.open("pool");
        assertThat(page.getByText("The pool is empty")).isVisible();

        send(page, "bridge/2026");
        assertThat(chosen(page).getByText("bridge/2026/junction.mp4")).isVisible();
        assertThat(playable(page)).isGreaterThan(0);
        chosen(page).getByText("Give to a project").click();
        page.getByRole(AriaRole.COMBOBOX, named("Project")).fill("Bridge");
        page.getByRole(AriaRole.OPTION, named("Bridge")).click();
        page.getByRole(AriaRole.BUTTON, named("Give")).click();
        assertThat(chosen(page).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Bridge")))
                .isVisible();
        assertThat(chosen(page).getByText("Delete")).isDisabled();
        Looks.of(page, "pool");

        send(page, "spare");
        assertThat(chosen(page).getByText("spare/junction.mp4")).isVisible();
        // Else the player reports that its film is gone.
        assertThat(playable(page)).isGreaterThan(0);
        chosen(page).getByText("Delete").click();
        page.locator("vaadin-confirm-dialog")
                .getByText("Delete", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.getByText("spare/junction.mp4 is deleted.")).isVisible();
        page.getByRole(AriaRole.LINK, named("Pool")).last().click();
        assertThat(page.getByRole(AriaRole.LINK, named("bridge"))).isVisible();
        assertThat(page.getByRole(AriaRole.LINK, named("spare"))).isHidden();
    }

    @Test
    void showsWhatSomebodyPutsIntoTheBucketAndTellsWhatCannotBeTaken() throws IOException, InterruptedException {
        ArtifactStore store = visitor.bean(ArtifactStore.class);
        store.createBucket(Pool.BUCKET);
        Page page = visitor.open("pool");
        store.put(Pool.BUCKET, "client/junction.mp4", Files.readAllBytes(Clip.whole()), "video/mp4");
        store.put(Pool.BUCKET, "client/night\\01.mp4", new byte[] {1}, "video/mp4");

        visitor.bean(FoundFiles.class).look(Duration.ZERO);

        page.getByRole(AriaRole.LINK, named("client")).click();
        page.getByText("junction.mp4").first().click();
        assertThat(playable(page)).isGreaterThan(0);
        Locator found = page.getByRole(AriaRole.REGION, named("Found in the storage"));
        assertThat(found).containsText("client/night\\01.mp4");
        assertThat(found).containsText("Expected a path");
        Looks.of(page, "pool-found");
        store.delete(Pool.BUCKET, "client/night\\01.mp4");
        visitor.bean(FoundFiles.class).look(Duration.ZERO);
        visitor.bean(PoolService.class)
                .delete(
                        visitor.bean(FileService.class).pool().stream()
                                .filter(file -> file.path().equals("client/junction.mp4"))
                                .findFirst()
                                .orElseThrow()
                                .id(),
                        Viewer.SYSTEM);
    }

    @Test
    void walksThroughFoldersAndMovesAFilm() {
        Page page = visitor.open("pool");
        send(page, "crossing/2026");
        send(page, "crossing/2026/night");
        page.navigate(visitor.address() + "pool?folder=crossing");

        page.getByRole(AriaRole.LINK, named("2026")).click();
        assertThat(page.getByRole(AriaRole.NAVIGATION, named("Place in the pool")))
                .hasText("Poolcrossing2026");
        assertThat(page.getByLabel("Folder").and(page.locator("input"))).hasValue("crossing/2026");
        assertThat(page.getByText("2 files,")).isVisible();
        Looks.of(page, "pool-folder");
        page.getByRole(AriaRole.LINK, named("night")).click();
        assertThat(page).hasURL(Pattern.compile(".*folder=crossing(/|%2F)2026(/|%2F)night"));
        page.goBack();
        page.getByLabel("Filter files").and(page.locator("input")).fill("NIGHT/");
        page.getByText("night/junction.mp4").first().click();

        chosen(page).getByText("Move or rename").click();
        page.getByRole(AriaRole.COMBOBOX, named("Folder")).fill("crossing/moved");
        page.getByRole(AriaRole.COMBOBOX, named("Folder")).press("Enter");
        page.getByLabel("Name").and(page.locator("input")).fill("after dark.mp4");
        Looks.of(page, "pool-move");
        page.getByRole(AriaRole.BUTTON, named("Move")).click();

        assertThat(page.getByText("crossing/2026/night/junction.mp4 is now crossing/moved/after dark.mp4."))
                .isVisible();
        assertThat(page.getByRole(AriaRole.NAVIGATION, named("Place in the pool")))
                .hasText("Poolcrossingmoved");
        assertThat(chosen(page).getByText("crossing/moved/after dark.mp4")).isVisible();
        assertThat(playable(page)).isGreaterThan(0);

        chosen(page).getByText("Move or rename").click();
        page.getByRole(AriaRole.COMBOBOX, named("Folder")).fill(" crossing/again ");
        page.getByRole(AriaRole.COMBOBOX, named("Folder")).press("Enter");
        page.getByRole(AriaRole.BUTTON, named("Move")).click();
        assertThat(page.getByText("crossing/moved/after dark.mp4 is now crossing/again/after dark.mp4."))
                .isVisible();
        assertThat(page.getByRole(AriaRole.NAVIGATION, named("Place in the pool")))
                .hasText("Poolcrossingagain");
        assertThat(chosen(page).getByText("crossing/again/after dark.mp4")).isVisible();
        assertThat(page.getByLabel("Folder").and(page.locator("input"))).hasValue("crossing/again");
        page.navigate(visitor.address() + "pool?folder=nowhere");
        assertThat(page.getByText("Nothing lies in this folder")).isVisible();
    }

    @Test
    void keepsTheBlanksOfANameThatIsLeftAsItWas() throws IOException, InterruptedException {
        ArtifactStore store = visitor.bean(ArtifactStore.class);
        store.createBucket(Pool.BUCKET);
        store.put(Pool.BUCKET, "blanks/junction.mp4 ", Files.readAllBytes(Clip.whole()), "video/mp4");
        visitor.bean(FoundFiles.class).look(Duration.ZERO);
        Page page = visitor.open("pool?folder=blanks");
        page.getByText("junction.mp4").first().click();

        chosen(page).getByText("Move or rename").click();
        page.getByRole(AriaRole.COMBOBOX, named("Folder")).fill("blanks/moved");
        page.getByRole(AriaRole.COMBOBOX, named("Folder")).press("Enter");
        page.getByRole(AriaRole.BUTTON, named("Move")).click();

        assertThat(page.getByRole(AriaRole.NAVIGATION, named("Place in the pool")))
                .hasText("Poolblanksmoved");
        assertThat(visitor.bean(FileService.class).pool())
                .extracting(FileView::path)
                .contains("blanks/moved/junction.mp4 ");
    }

    @Test
    void goesOnAfterAReloadWithAFileThatTheBrowserFindsAgain() {
        Page page = visitor.open("pool");
        Queue<String> parts = sentParts(page);
        breakOff(page, () -> {
            assertThat(page.locator("winslow-video-upload .name")).containsText("long.bin");
            page.getByLabel("Folder").and(page.locator("input")).fill("resumed");
            page.getByRole(AriaRole.BUTTON, named("Send to the pool")).click();
            page.waitForCondition(() -> parts.containsAll(List.of("1", "2")));
        });
        parts.clear();

        assertThat(kept(page)).containsText("resumed/long.bin has not arrived yet.");
        Looks.of(page, "pool-go-on");
        page.getByRole(AriaRole.BUTTON, named("Go on with long.bin")).click();

        assertThat(page.getByText("resumed/long.bin is in the pool.")).isVisible();
        assertThat(parts).containsExactly("3");
        assertThat(kept(page)).isHidden();
        awaitNothingKept(page);
    }

    @Test
    void goesOnInAProjectUnlessTheFileHasChangedOrIsForgotten() throws InterruptedException {
        UUID project = visitor.bean(ProjectService.class)
                .create(new CreateProject("Half sent", "vehicle-tracking", List.of()))
                .id();
        String files = visitor.address() + "projects/" + project + "?tab=files";
        Page page = visitor.openWindow(files);
        breakOff(page, () -> assertThat(panel(page).locator(".words")).containsText("Sending long.bin"));
        assertThat(panel(page).locator(".kept")).containsText("long.bin has not arrived yet.");
        visitor.bean(ArtifactStore.class).put("winslow-p-" + project, "night\\01.mp4", new byte[] {1}, "video/mp4");
        visitor.bean(FoundFiles.class).look(Duration.ZERO);
        assertThat(page.getByRole(AriaRole.REGION, named("Found in the storage")))
                .containsText("Expected a path");
        Looks.of(page, "files-go-on");
        write(page, 11_000_000);

        panel(page).getByText("Go on").click();
        assertThat(panel(page).locator(".words"))
                .hasText("long.bin has changed since. Choose it again to send it as it is now.");
        assertThat(panel(page).locator(".kept")).isHidden();

        breakOff(page, () -> assertThat(panel(page).locator(".words")).containsText("Sending long.bin"));
        panel(page).getByText("Forget it").click();
        assertThat(panel(page).locator(".kept")).isHidden();

        breakOff(page, () -> assertThat(panel(page).locator(".words")).containsText("Sending long.bin"));
        panel(page).getByText("Go on").click();
        assertThat(panel(page).locator(".words")).hasText("1 file has arrived.");
        awaitNothingKept(page);
    }

    @Test
    void whatIsBeingSentStaysWhenSomethingElseArrives() throws InterruptedException {
        UUID project = visitor.bean(ProjectService.class)
                .create(new CreateProject("Sent beside", "vehicle-tracking", List.of()))
                .id();
        Page page = visitor.open("projects/" + project + "?tab=files");
        page.route(THIRD, route -> {});
        Locator start = page.locator(".winslow-form winslow-video-upload");
        start.locator("input")
                .setInputFiles(new FilePayload("long.bin", "application/octet-stream", new byte[12_000_000]));
        page.getByRole(AriaRole.BUTTON, named("Send and start")).click();
        assertThat(start.locator(".words")).containsText("Sending long.bin");

        visitor.bean(ArtifactStore.class).put("winslow-p-" + project, "beside.mp4", new byte[] {1}, "video/mp4");
        visitor.bean(FoundFiles.class).look(Duration.ZERO);

        assertThat(page.locator(".winslow-files-panel").getByText("beside.mp4").first())
                .isVisible();
        assertThat(start.locator(".words")).containsText("Sending long.bin");
    }

    /** The tab's, beside that with which a run is started. */
    private static Locator panel(Page page) {
        return page.locator(".winslow-files-panel winslow-video-upload");
    }

    private static void awaitNothingKept(Page page) {
        page.waitForFunction("""
                () => new Promise(resolve => {
                  const opened = indexedDB.open('winslow-uploads');
                  opened.onsuccess = () => {
                    const counted = opened.result.transaction('uploads').objectStore('uploads').count();
                    counted.onsuccess = () => { opened.result.close(); resolve(counted.result === 0); };
                  };
                })""");
    }

    private static Locator kept(Page page) {
        return page.locator("winslow-video-upload .kept");
    }

    private static Queue<String> sentParts(Page page) {
        Queue<String> parts = new ConcurrentLinkedQueue<>();
        page.onResponse(response -> {
            Matcher part = PART.matcher(response.url());
            if (part.find() && response.request().method().equals("PUT")) {
                parts.add(part.group(1));
            }
        });
        return parts;
    }

    /** Chooses a file of the browser's own, whose third and last part never gets through, and loads the page again in the middle. */
    private static void breakOff(Page page, Runnable send) {
        page.addInitScript("window.showOpenFilePicker = async () =>"
                + " [await (await navigator.storage.getDirectory()).getFileHandle('long.bin')]");
        page.reload();
        write(page, 12_000_000);
        page.route(THIRD, route -> {});
        page.locator("winslow-video-upload label").last().click();
        send.run();
        page.reload();
        page.unroute(THIRD);
    }

    private static void write(Page page, int size) {
        page.evaluate("""
                async size => {
                  const file = await (await navigator.storage.getDirectory()).getFileHandle('long.bin', { create: true });
                  const out = await file.createWritable();
                  await out.write(new Uint8Array(size).map((_, place) => place % 251));
                  await out.close();
                }""", size);
    }

    private static void send(Page page, String folder) {
        page.locator("winslow-video-upload input[type=file]").setInputFiles(Clip.whole());
        page.getByLabel("Folder").and(page.locator("input")).fill(folder);
        page.getByRole(AriaRole.BUTTON, named("Send to the pool")).click();
        assertThat(page.getByText(folder + "/junction.mp4 is in the pool.")).isVisible();
    }

    private static Locator chosen(Page page) {
        return page.getByRole(AriaRole.REGION, named("Chosen file"));
    }

    private static double playable(Page page) {
        return ((Number) page.locator("video").evaluate("""
                video => new Promise((resolve, reject) => {
                  video.onerror = () => reject(new Error(video.error.message));
                  if (video.readyState > 0) resolve(video.duration); else video.onloadedmetadata = () => resolve(video.duration);
                })""")).doubleValue();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
