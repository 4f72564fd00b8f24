package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.process.permission.PermissionRequest;
import io.github.claudebridge.process.permission.Question;
import io.github.claudebridge.telegram.conversation.Choice;
import io.github.claudebridge.telegram.conversation.Choice.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The questions of a request, one after the other.
 *
 * @param answers what was answered so far, by the texts of the questions
 * @param marked the options of the present question that are chosen so far, where several may be
 */
record SurveyDialog(PermissionRequest request, Map<String, String> answers, int number, SortedSet<Integer> marked)
        implements Dialog {

    private static final String OPTION = "option-";
    private static final String DONE = "done";
    private static final String SKIP = "skip";

    SurveyDialog(PermissionRequest request) {
        this(request, Map.of(), 0, new TreeSet<>());
    }

    private Question question() {
        return request.questions().get(number);
    }

    @Override
    public Card card() {
        return new Card(
                QuestionWords.survey(question(), number + 1, request.questions().size()));
    }

    @Override
    public List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < question().options().size(); i++) {
            String label = QuestionWords.label(question().options().get(i).label());
            choices.add(
                    question().multiple()
                            ? Choice.staying(OPTION + i, QuestionWords.marked(label, marked.contains(i)))
                            : new Choice(OPTION + i, label));
        }
        if (question().multiple()) {
            choices.add(new Choice(DONE, QuestionWords.DONE, Style.SUCCESS));
        }
        choices.add(new Choice(SKIP, QuestionWords.SKIP, Style.DANGER));
        return choices;
    }

    @Override
    public Step chosen(String choiceId) {
        if (choiceId.equals(SKIP)) {
            return new Step.Decided(Permission.deny(QuestionWords.SKIPPED));
        }
        if (choiceId.equals(DONE)) {
            return answered(labels(marked.stream()));
        }
        int option = Integer.parseInt(choiceId.substring(OPTION.length()));
        return question().multiple() ? toggled(option) : answered(labels(Stream.of(option)));
    }

    private Step toggled(int option) {
        SortedSet<Integer> next = new TreeSet<>(marked);
        if (!next.remove(option)) {
            next.add(option);
        }
        return new Step.Stays(new SurveyDialog(request, answers, number, next), "");
    }

    /** What is written is an answer by itself, or one more beside those that are marked. */
    @Override
    public Step written(String text) {
        return answered(Stream.concat(labels(marked.stream()).stream(), Stream.of(text.strip()))
                .toList());
    }

    private List<String> labels(Stream<Integer> options) {
        return options.map(option -> question().options().get(option).label()).toList();
    }

    private Step answered(List<String> answer) {
        Map<String, String> all = new LinkedHashMap<>(answers);
        all.put(question().text(), answer.isEmpty() ? QuestionWords.NONE_OF_THESE : String.join(", ", answer));
        return number + 1 < request.questions().size()
                ? new Step.Asks(new SurveyDialog(request, all, number + 1, new TreeSet<>()))
                : new Step.Decided(Permission.answer(request, all));
    }

    @Override
    public boolean takesNextMessage() {
        return true;
    }
}
