package io.github.claudebridge.telegram.render.internal.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatexTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "E = mc^2; E = mc²",
                "\\alpha + \\beta_1 \\leq \\Omega; α + β₁ ≤ Ω",
                "x_{i+1}^{2n}; xᵢ₊₁²ⁿ",
                "x^{Q}; x^Q",
                "x^{\\frac{a}{b}}; x^(a/b)",
                "\\frac{a+b}{2}; (a+b)/2",
                "\\sqrt{2} + \\sqrt[3]{x+1}; √2 + ³√(x+1)",
                "\\sum_{i=1}^{n} x_i; ∑ᵢ₌₁ⁿ xᵢ",
                "\\text{speed of light} = c; speed of light = c",
                "\\mathbb{R}^n \\setminus \\{0\\}; ℝⁿ ∖ {0}",
                "\\left( \\hat{x} - y' \\right); ( x̂ − y′ )",
                "\\lim_{x \\to 0} \\sin x; lim_(x → 0) sin x",
                "a \\cdot b \\\\ c; a · b |c"
            })
    void formulas_become_readable(String formula, String expected) {
        assertThat(Latex.toText(formula)).isEqualTo(expected.replace('|', '\n'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\begin{pmatrix} a & b \\end{pmatrix}",
                "\\unknown x",
                "\\frac{a}",
                "x^",
                "{a",
                "a}",
                "\\",
                "\\text a"
            })
    void what_cannot_be_written_on_a_line_is_left_as_it_is(String formula) {
        assertThat(Latex.toText(formula)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "\\sqrt",
                "\\sqrt{",
                "\\hat",
                "\\mathbb",
                "\\frac",
                "\\frac{1}",
                "^",
                "x^{",
                "\\sqrt[",
                "\\mathrm"
            })
    void deep_nesting_of_any_kind_is_left_as_it_is(String opening) {
        assertThat(Latex.toText(opening.repeat(50_000) + "x}]")).isNull();
    }
}
