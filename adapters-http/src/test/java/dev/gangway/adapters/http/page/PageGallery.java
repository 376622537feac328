package dev.gangway.adapters.http.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/** Writes every sample page and its assets into a folder, to be served and looked at while designing. */
final class PageGallery {

    private PageGallery() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Assets assets = Assets.load();
        Pages pages = Pages.of(assets, "Gangway");
        Files.createDirectories(folder.resolve("assets"));
        for (Map.Entry<String, Function<Pages, String>> sample : Samples.all().entrySet()) {
            Files.writeString(
                    folder.resolve(sample.getKey() + ".html"), sample.getValue().apply(pages));
        }
        for (String name : Assets.NAMES) {
            String path = assets.path(name);
            Files.write(
                    folder.resolve(path.substring(1)),
                    assets.find(path).orElseThrow().bytes());
        }
    }
}
