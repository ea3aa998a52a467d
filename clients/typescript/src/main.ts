/** Lists the translations, then streams an answer and says how it came. */

import { AnswersApi, Configuration, ScriptureApi } from '../target/generated/index.js';
import { answerTo } from './answer-stream.js';

const [basePath, prompt] = process.argv.slice(2);
const configuration = new Configuration({ basePath, accessToken: process.env.BEREA_TOKEN });

const { translations } = await new ScriptureApi(configuration).listTranslations();
console.log('Translations:', translations.map(({ code, verses }) => `${code} (${verses} verses)`).join(', '));

const begun = performance.now();
const arrivals: number[] = [];
for await (const { event, data } of answerTo(new AnswersApi(configuration), { prompt })) {
  if (event === 'sources') {
    data.passages.forEach(({ label }) => console.log('Source:', label));
  } else if (event === 'text') {
    arrivals.push(Math.round(performance.now() - begun));
    process.stdout.write(data);
  }
}
console.log(`\nTypeScript: ${arrivals.length} pieces of text, the first after ${arrivals[0]} ms, the last after ${arrivals.at(-1)} ms`);
