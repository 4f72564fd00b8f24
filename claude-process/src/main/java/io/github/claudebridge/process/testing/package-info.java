/**
 * Test doubles for programs that drive the Claude Code command line.
 *
 * <p>{@link io.github.claudebridge.process.testing.FakeClaude} stands in for the command line itself: a program of its
 * own that needs no network, account or money. {@link io.github.claudebridge.process.testing.FakeAnthropic} stands in for
 * the API behind the real command line, and {@link io.github.claudebridge.process.testing.RealClaude} is the environment
 * in which the real one runs against it.
 *
 * <p>{@link io.github.claudebridge.process.testing.ScriptedFake} is a {@code FakeClaude} that answers as a test decides, and keeps what it
 * was told.
 *
 * <p>All of them answer as the prompt says. A prompt is one or more steps joined by {@code " ;; "}, one for each request
 * of the turn; a step is one or more actions joined by {@code " ++ "}. A prompt that starts with no action is echoed.
 *
 * <table>
 *   <caption>The actions</caption>
 *   <tr><td>{@code say TEXT}</td><td>a text, streamed in small pieces</td></tr>
 *   <tr><td>{@code verbatim TEXT}</td><td>a text that is written as in a form of a web page, so that anything can stand in
 *       it</td></tr>
 *   <tr><td>{@code thinking TEXT}</td><td>a thought</td></tr>
 *   <tr><td>{@code tool NAME ARGUMENT}</td><td>a tool call; the argument is a JSON object, or short: {@code Bash COMMAND},
 *       {@code Read FILE}, {@code Write FILE CONTENT}, {@code Edit FILE OLD=>NEW}, {@code Glob PATTERN} and so on; a script
 *       inside it writes {@code ;;;} and {@code +++}</td></tr>
 *   <tr><td>{@code ask QUESTION|A|B}</td><td>a question to the user with options</td></tr>
 *   <tr><td>{@code plan TEXT}, {@code todo A|B}</td><td>a plan for approval, a list of things to do</td></tr>
 *   <tr><td>{@code long N [MS]}</td><td>N words, MS milliseconds apart</td></tr>
 *   <tr><td>{@code big BYTES}</td><td>one piece of text of this size</td></tr>
 *   <tr><td>{@code slow S [TEXT]}, {@code stall S [TEXT]}</td><td>an answer S seconds late: before its first byte, or
 *       after its head</td></tr>
 *   <tr><td>{@code hang}, {@code drop}, {@code garbage}</td><td>silence after some text, a cut connection, an answer that
 *       is no stream</td></tr>
 *   <tr><td>{@code error CODE [TIMES]}, {@code ratelimit SECONDS [TIMES]}</td><td>a refused request, for ever or so many
 *       times; {@code error sse-overloaded} fails inside the stream</td></tr>
 *   <tr><td>{@code limits STATUS}</td><td>an answer that tells how much of a subscription is used</td></tr>
 *   <tr><td>{@code maxtokens TEXT}, {@code refuse TEXT}</td><td>a text that ends for this reason</td></tr>
 *   <tr><td>{@code usage IN OUT [TEXT]}</td><td>a text with these token counts</td></tr>
 *   <tr><td>{@code inspect}</td><td>JSON of what the model was given; {@code inspect media} the kinds of media in
 *       the last message</td></tr>
 *   <tr><td>{@code history}</td><td>all that the user has said so far</td></tr>
 *   <tr><td>{@code crash CODE}, {@code halfline}</td><td>only {@code FakeClaude}: ends in the middle of the turn, or of a
 *       line</td></tr>
 *   <tr><td>{@code badutf8}, {@code hugeline BYTES}, {@code noise TEXT}, {@code newtypes}</td><td>only
 *       {@code FakeClaude}: output that nobody expects</td></tr>
 *   <tr><td>{@code stderr BYTES}, {@code late TEXT}, {@code closeout}</td><td>only {@code FakeClaude}: a flood on standard
 *       error, an event after the result, standard output closed</td></tr>
 *   <tr><td>{@code grandchild SECONDS}, {@code ignoreterm}</td><td>only {@code FakeClaude}: a process left behind, the
 *       signal TERM ignored</td></tr>
 * </table>
 */
@NullMarked
package io.github.claudebridge.process.testing;

import org.jspecify.annotations.NullMarked;
