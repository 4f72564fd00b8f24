package io.github.claudebridge.telegram.testing.internal.rich;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a rich message in HTML: tags are counted, not checked. */
final class RichHtml {

    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^>]*>");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "pre",
            "blockquote",
            "li",
            "tr",
            "details",
            "hr",
            "footer",
            "aside");
    private static final Set<String> NESTING = Set.of("blockquote", "li", "details", "ul", "ol", "table", "p");
    private static final Set<String> MEDIA = Set.of("img", "video", "audio");

    private int blocks;
    private int depth;
    private int deepest;
    private int media;
    private int cells;
    private int columns;

    private RichHtml() {}

    static RichContent read(String html) {
        RichHtml counter = new RichHtml();
        Matcher tags = TAG.matcher(html);
        while (tags.find()) {
            counter.count(tags.group(2).toLowerCase(Locale.ROOT), tags.group(1).isEmpty());
        }
        String text = plain(html);
        ArrayNode shown = Json.array();
        shown.addObject().put("type", "paragraph").put("text", text);
        return new RichContent(
                shown, text, Math.max(1, counter.blocks), counter.deepest, counter.columns, counter.media);
    }

    private void count(String tag, boolean opens) {
        if (NESTING.contains(tag)) {
            depth += opens ? 1 : -1;
            deepest = Math.max(deepest, depth);
        }
        if (!opens) {
            return;
        }
        blocks += BLOCKS.contains(tag) ? 1 : 0;
        media += MEDIA.contains(tag) ? 1 : 0;
        cells = tag.equals("tr") ? 0 : tag.equals("td") || tag.equals("th") ? cells + 1 : cells;
        columns = Math.max(columns, cells);
    }

    private static String plain(String html) {
        return TAG.matcher(html)
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .strip();
    }
}
