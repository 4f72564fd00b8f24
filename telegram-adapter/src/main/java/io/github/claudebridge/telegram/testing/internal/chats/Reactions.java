package io.github.claudebridge.telegram.testing.internal.chats;

import java.util.Set;

/** The emoji that can be reactions. */
public final class Reactions {

    private static final Set<String> ALLOWED = Set.of(
            ("❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 "
                            + "💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 "
                            + "🤷‍♀ 😡")
                    .split(" "));

    private Reactions() {}

    public static boolean isAllowed(String emoji) {
        return ALLOWED.contains(withoutVariationSelectors(emoji));
    }

    private static String withoutVariationSelectors(String emoji) {
        return emoji.replace("\uFE0F", "");
    }
}
