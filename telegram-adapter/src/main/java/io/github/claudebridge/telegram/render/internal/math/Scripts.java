package io.github.claudebridge.telegram.render.internal.math;

/** Raised and lowered characters. */
final class Scripts {

    private static final String PLAIN = "0123456789+−=()aehijklmnoprstuvx βγρφχ";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ ᵦᵧᵨᵩᵪ";
    private static final String RAISABLE = "0123456789+−=()abcdefghijklmnoprstuvwxyz ABDEGHIJKLMNOPRTUVW′∗⊤";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ′*ᵀ";

    private Scripts() {}

    /** An index ({@code _}) or exponent ({@code ^}), in small characters where Unicode has them all. */
    static String write(char kind, String argument) {
        String from = kind == '_' ? PLAIN : RAISABLE;
        String to = kind == '_' ? LOWERED : RAISED;
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < argument.length(); i++) {
            int index = from.indexOf(argument.charAt(i));
            if (index < 0) {
                return kind + grouped(argument);
            }
            out.append(to.charAt(index));
        }
        return out.toString();
    }

    /** In parentheses, unless it is a single name or number. */
    static String grouped(String argument) {
        boolean single = argument.codePoints().allMatch(Character::isLetterOrDigit)
                || argument.codePointCount(0, argument.length()) == 1;
        return single ? argument : "(" + argument + ")";
    }
}
