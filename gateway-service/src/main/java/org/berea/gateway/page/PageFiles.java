package org.berea.gateway.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;

/**
 * All files of the page, read once. A name is only looked up, so that no path leads anywhere else.
 */
final class PageFiles {
    private static final String FOLDER = "META-INF/resources/web/";
    private static final Pattern COMMENT =
            Pattern.compile("(?m)^[ \\t]*(?://[^\\n]*|/\\*(?s:.*?)\\*/)$");
    private static final Map<String, MediaType> TYPES =
            Map.of(
                    "html", new MediaType("text", "html", UTF_8),
                    "js", new MediaType("text", "javascript"),
                    "css", new MediaType("text", "css"),
                    "svg", new MediaType("image", "svg+xml"),
                    "txt", new MediaType("text", "plain"));

    private final Map<String, PageFile> files;

    private PageFiles(Map<String, PageFile> files) {
        this.files = Map.copyOf(files);
    }

    static PageFiles read() throws IOException {
        var files = new HashMap<String, PageFile>();
        var resources = new PathMatchingResourcePatternResolver();
        for (Resource resource : resources.getResources("classpath*:" + FOLDER + "**/*.*")) {
            String address = resource.getURL().toString();
            String name = address.substring(address.indexOf(FOLDER) + FOLDER.length());
            byte[] content = resource.getContentAsByteArray();
            files.put(name, PageFile.of(typeOf(name), isOurs(name) ? lightened(content) : content));
        }
        return new PageFiles(files);
    }

    Optional<PageFile> named(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** A library keeps its notices. */
    private static boolean isOurs(String name) {
        return !name.startsWith("vendor/") && (name.endsWith(".js") || name.endsWith(".css"));
    }

    /**
     * Comments are for whoever reads the sources, and a sixth of the weight; lines stay where they
     * are.
     */
    private static byte[] lightened(byte[] content) {
        String text = new String(content, UTF_8);
        return COMMENT.matcher(text)
                .replaceAll(comment -> "\n".repeat((int) comment.group().lines().count() - 1))
                .getBytes(UTF_8);
    }

    private static MediaType typeOf(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return TYPES.getOrDefault(ending, MediaType.APPLICATION_OCTET_STREAM);
    }
}
