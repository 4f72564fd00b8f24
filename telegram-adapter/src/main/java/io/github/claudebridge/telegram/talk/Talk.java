package io.github.claudebridge.telegram.talk;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.access.Admission;
import io.github.claudebridge.telegram.access.Admissions;
import io.github.claudebridge.telegram.access.PairedUsers;
import io.github.claudebridge.telegram.access.Pairing;
import io.github.claudebridge.telegram.access.SessionAccess;
import io.github.claudebridge.telegram.access.Trespass;
import io.github.claudebridge.telegram.audit.AuditLog;
import io.github.claudebridge.telegram.budget.Budgets;
import io.github.claudebridge.telegram.command.BotFacts;
import io.github.claudebridge.telegram.command.Command;
import io.github.claudebridge.telegram.command.CommandAudit;
import io.github.claudebridge.telegram.command.Commands;
import io.github.claudebridge.telegram.command.FileCommand;
import io.github.claudebridge.telegram.command.MessageRouter;
import io.github.claudebridge.telegram.command.ModeCommand;
import io.github.claudebridge.telegram.command.Reach;
import io.github.claudebridge.telegram.command.ScriptCommand;
import io.github.claudebridge.telegram.conversation.Audience;
import io.github.claudebridge.telegram.conversation.Backlog;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.ChoiceHandler;
import io.github.claudebridge.telegram.conversation.Chosen;
import io.github.claudebridge.telegram.conversation.ClaudeCommand;
import io.github.claudebridge.telegram.conversation.Conversations;
import io.github.claudebridge.telegram.conversation.Downloads;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.MessageHandler;
import io.github.claudebridge.telegram.conversation.SessionKeeper;
import io.github.claudebridge.telegram.conversation.Surroundings;
import io.github.claudebridge.telegram.conversation.TurnWatch;
import io.github.claudebridge.telegram.conversation.batch.Batches;
import io.github.claudebridge.telegram.conversation.files.ChatTools;
import io.github.claudebridge.telegram.conversation.files.FileIntake;
import io.github.claudebridge.telegram.conversation.files.FilesOut;
import io.github.claudebridge.telegram.conversation.files.OutboxRound;
import io.github.claudebridge.telegram.conversation.files.Transcriber;
import io.github.claudebridge.telegram.conversation.present.Views;
import io.github.claudebridge.telegram.conversation.question.Modes;
import io.github.claudebridge.telegram.conversation.question.SessionQuestions;
import io.github.claudebridge.telegram.conversation.question.Sessions;
import io.github.claudebridge.telegram.conversation.words.Manual;
import io.github.claudebridge.telegram.internal.ThreadTimers;
import io.github.claudebridge.telegram.internal.Timers;
import io.github.claudebridge.telegram.internal.WorkThreads;
import io.github.claudebridge.telegram.journal.ActiveSessions;
import io.github.claudebridge.telegram.journal.Journal;
import io.github.claudebridge.telegram.program.ProgramRunner;
import io.github.claudebridge.telegram.program.Script;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The conversations of a bot, with its commands, over one chat system. Thread-safe. */
public final class Talk implements AutoCloseable {

    private final WorkThreads work = new WorkThreads("talk-work");
    private final WorkThreads due = new WorkThreads("talk-due");
    private final ThreadTimers timers = new ThreadTimers("talk-timers", due);
    private final ProgramRunner programs = new ProgramRunner(System.getenv(), timers);
    private final SessionQuestions questions;
    private final Conversations conversations;
    private final Path state;
    private final Clock clock;
    private final AuditLog audit;
    private final SessionKeeper keeper;
    private final Commands commands;
    private final MessageRouter router;
    private final MessageHandler messages;
    private volatile Consumer<TurnResult> onTurn = turn -> {};

    /**
     * Ends what an earlier run left of Claude's processes, as {@link Conversations#Conversations(Surroundings)}; starts none.
     *
     * @param settings what its owner decides
     * @param journal must outlive this
     * @param upSince since when the bot is up: what was written before is answered with a word about that
     */
    public Talk(
            SessionStore store,
            ClaudeCommand claude,
            TalkSettings settings,
            Journal journal,
            Chat chat,
            Downloads downloads,
            Clock clock,
            Instant upSince) {
        Timers running = timers;
        this.state = store.home().resolve("state");
        this.clock = clock;
        this.audit = new AuditLog(state.resolve("audit.jsonl"), clock);
        Sessions sessions = new TalkSessions(journal.activeSessions());
        questions = new SessionQuestions(store, chat, journal, audit, settings.questions(), sessions, running, clock);
        FilesOut out = new FilesOut(store, chat, questions::ask, audit, clock);
        ChatTools tools = new ChatTools(out, chat, sessions);
        conversations = new Conversations(new Surroundings(
                store,
                claude,
                journal,
                chat,
                new Views(chat, running, clock),
                new FileIntake(store, downloads, transcriber(settings), audit),
                running,
                clock,
                List.of(questions, tools),
                List.of(
                        new Trespass(new SessionAccess(store)),
                        new PromptAudit(audit),
                        new Budgets(settings.budgets(), store, chat, audit, clock),
                        tools,
                        new OutboxRound(store, chat, out),
                        counting())));
        Batches batches = new Batches(settings.batching(), running, clock, conversations::prompt);
        Modes modes = new Modes(store, audit, settings.questions(), sessions);
        Reach reach = Reach.of(
                store, claude, journal, conversations, chat, BotFacts.of(upSince, settings.owners()), clock, work);
        keeper = reach.keeper();
        commands = new Commands(reach, more(reach, modes, out, settings.scripts()));
        router = new MessageRouter(
                reach, commands, List.of(new CommandAudit(commands, audit), questions::take), batches);
        messages = new Backlog(router, journal.prompts(), chat, upSince);
    }

    private TurnWatch counting() {
        return new TurnWatch() {
            @Override
            public void ended(SessionName session, Audience audience, TurnResult turn) {
                onTurn.accept(turn);
            }
        };
    }

    private Optional<Transcriber> transcriber(TalkSettings settings) {
        return settings.transcriber().map(program -> new Transcriber(program, programs));
    }

    private List<Command> more(Reach reach, Modes modes, FilesOut out, List<Script> scripts) {
        return Stream.concat(
                        Stream.of(new ModeCommand(reach, modes), new FileCommand(reach, out)),
                        scripts.stream().map(script -> new ScriptCommand(reach, script, programs)))
                .toList();
    }

    private final class TalkSessions implements Sessions {

        private final ActiveSessions active;

        TalkSessions(ActiveSessions active) {
            this.active = active;
        }

        @Override
        public boolean isFront(SessionName session, ChatId chat) {
            return active.of(chat.value(), chat.topic())
                    .filter(session.value()::equals)
                    .isPresent();
        }

        @Override
        public Optional<Audience> audience(SessionName session) {
            return conversations.audience(session);
        }

        @Override
        public Optional<ClaudeProcess> live(SessionName session) {
            return conversations.live(session);
        }

        @Override
        public CompletableFuture<Void> suspend(SessionName session) {
            return conversations.suspend(session);
        }
    }

    /**
     * Lets people in: these, and those who were paired.
     *
     * @param configured the numbers of those who need not be paired, asked for each time; may be empty
     */
    public Admission admission(Supplier<Set<Long>> configured) {
        return new Admissions(configured, new PairedUsers(state), new Pairing(state, clock), audit);
    }

    /** Takes sessions out of use and brings them back. */
    public SessionKeeper sessions() {
        return keeper;
    }

    /** What people are told about the commands, in the order in which they are shown. */
    public List<Manual> commands() {
        return commands.manuals();
    }

    /** Takes what people write. */
    public MessageHandler messages() {
        return messages;
    }

    /** Takes what people choose. */
    public ChoiceHandler choices() {
        return this::chosen;
    }

    private CompletableFuture<Handled> chosen(Chosen chosen) {
        return questions.asked(chosen.question()) ? questions.chosen(chosen) : router.chosen(chosen);
    }

    /**
     * Tells somebody of every turn that ends.
     *
     * @param observer must be quick, and never throws
     */
    public void onTurn(Consumer<TurnResult> observer) {
        onTurn = observer;
    }

    /** How many processes of Claude live. */
    public int processes() {
        return conversations.processes();
    }

    /** Ends the process of a session, whatever it does; completes when it is gone. The next prompt resumes it. */
    public CompletableFuture<Void> suspend(SessionName session) {
        return conversations.suspend(session);
    }

    /** Ends every process of Claude and returns when the last is gone. */
    @Override
    public void close() {
        try {
            questions.close();
        } finally {
            programs.close();
            work.close();
            conversations.close();
            timers.close();
            due.close();
        }
    }
}
