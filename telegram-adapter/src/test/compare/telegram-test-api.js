// Runs npm telegram-test-api, a fake Bot API server that is not ours, on a free port of the loopback interface; prints its address and ends with its
// standard input. What bots need and it lacks is added: polls that wait, dates in seconds, the edited message as the answer to an edit, and true
// where it answers null.
//   NODE_PATH=<folder of its modules> node telegram-test-api.js
const TelegramServer = require('telegram-test-api');
const { routes } = require('telegram-test-api/lib/routes/index');

const BOT = { id: 666, is_bot: true, first_name: 'Test', username: 'TestNameBot' };
const ok = (res, result) => res.json({ ok: true, result });
const pause = (seconds) => new Promise((resolve) => { setTimeout(resolve, seconds * 1000).unref(); });

const addBotMessage = TelegramServer.prototype.addBotMessage;
TelegramServer.prototype.addBotMessage = function inSeconds(...message) {
  const sent = addBotMessage.apply(this, message);
  return { ...sent, from: BOT, date: Math.floor(sent.date / 1000) };
};

function edited(server, call) {
  const { messageId, message, time } = server.storage.botMessages.find(
    (one) => one.messageId === Number(call.message_id) && String(one.message.chat_id) === String(call.chat_id),
  );
  const chat = { id: Number(message.chat_id), type: 'private' };
  return { ...message, message_id: messageId, from: BOT, chat, date: Math.floor(time / 1000) };
}

routes.unshift((app, server) => {
  app.use((req, res, next) => {
    const json = res.json.bind(res);
    res.json = (body) => json(body.ok && body.result === null ? { ...body, result: true } : body);
    next();
  });
  app.all('/bot:token/getMe', (req, res) => ok(res, BOT));
  app.all('/bot:token/getUpdates', async (req, res) => {
    let updates = server.getUpdates(req.params.token);
    if (updates.length === 0 && Number(req.body.timeout) > 0) {
      await Promise.race([server.waitUserMessage(), pause(Number(req.body.timeout))]);
      updates = server.getUpdates(req.params.token);
    }
    ok(res, updates);
  });
  for (const method of ['editMessageText', 'editMessageReplyMarkup']) {
    app.all(`/bot:token/${method}`, (req, res) => {
      server[method](req.body);
      ok(res, edited(server, req.body));
    });
  }
  app.all('/bot:token/sendChatAction', (req, res) => ok(res, true));
});

const server = new TelegramServer({ host: '127.0.0.1', storeTimeout: 600 });
server.config.port = 0;
server.start().then(() => console.log(`http://127.0.0.1:${server.server.address().port}`));
process.stdin.resume().on('end', () => process.exit());
