// Converts the documents of a comparison with npm telegramify-markdown. Reads a JSON array of Markdown texts, writes a JSON object
// {"milliseconds": number, "texts": [MarkdownV2 or null]}.
//   node telegramify.js corpus.json converted.json
const fs = require('fs');
const convert = require('telegramify-markdown');

const [input, output] = process.argv.slice(2);
const documents = JSON.parse(fs.readFileSync(input, 'utf8'));

function convertAll() {
  return documents.map((markdown) => {
    try {
      return convert(markdown, 'escape');
    } catch (error) {
      return null;
    }
  });
}

convertAll();
const start = process.cpuUsage();
const texts = convertAll();
const used = process.cpuUsage(start);
fs.writeFileSync(output, JSON.stringify({ milliseconds: (used.user + used.system) / 1000, texts }));
