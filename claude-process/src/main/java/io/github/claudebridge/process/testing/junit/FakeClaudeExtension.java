package io.github.claudebridge.process.testing.junit;

import io.github.claudebridge.process.ClaudeProcessBuilder;
import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.process.testing.FakeSetup;
import io.github.claudebridge.process.testing.ScriptedFake;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a {@link ScriptedFake} of its own, and clears away after it: as a field with {@code @RegisterExtension}, or as a
 * parameter of a test with {@code @ExtendWith(FakeClaudeExtension.class)}. The field must not be static where tests run at the same time.
 */
public final class FakeClaudeExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(FakeClaudeExtension.class);

    private final FakeSetup setup;
    private volatile @Nullable ScriptedFake current;

    /** Fakes that behave well from their start. */
    public FakeClaudeExtension() {
        this(FakeClaude.setup());
    }

    /** Fakes that behave like this from their start. */
    public FakeClaudeExtension(FakeSetup setup) {
        this.setup = setup;
    }

    /** The fake of the running test. */
    public ScriptedFake fake() {
        return Objects.requireNonNull(current, "no test is running");
    }

    /** As {@link ScriptedFake#onPrompt}. */
    public ScriptedFake.Answer onPrompt(String text) {
        return fake().onPrompt(text);
    }

    /** As {@link ScriptedFake#onPromptContaining}. */
    public ScriptedFake.Answer onPromptContaining(String words) {
        return fake().onPromptContaining(words);
    }

    /** As {@link ScriptedFake#onAnyPrompt}. */
    public ScriptedFake.Answer onAnyPrompt() {
        return fake().onAnyPrompt();
    }

    /** As {@link ScriptedFake#received}. */
    public List<String> received() {
        return fake().received();
    }

    /** As {@link ScriptedFake#claude}. */
    public ClaudeProcessBuilder claude() {
        return fake().claude();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        current = of(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        current = null;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ScriptedFake.class;
    }

    @Override
    public ScriptedFake resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context);
    }

    private ScriptedFake of(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .computeIfAbsent(this, key -> new Workplace(setup), Workplace.class)
                .fake();
    }
}
