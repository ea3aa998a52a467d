/** What the page says in plain words: tasks, notices, reasons, and what went wrong. */

export const TASKS = {
  'verse-lookup': 'Verse lookup',
  definition: 'Definition',
  'study-guide': 'Study guide',
  'deep-dive': 'Deep dive',
  summarization: 'Summary',
};

const NOTICES = {
  'smaller-model': 'A smaller model than usual wrote this answer, so it may be simpler.',
  extractive: 'No language model wrote this answer: it only shows verses that were found.',
  'no-context': 'No verses were found for this question. What follows is general knowledge and cites nothing.',
  repaired: 'Part of this answer was written again, because it could not be verified at first.',
  shortened: 'This answer is shorter than it was meant to be.',
};

const DEGRADED = {
  'no-embedding': 'Verses were searched by their words only, not by their meaning.',
  'no-vectors': 'A part of this translation is still being prepared: verses were searched by their words only.',
  'no-search': 'The search for verses did not work.',
};

/** The notices of a turn, each said once. */
export function noticesOf(turn) {
  const said = turn.notices.map(({ code, detail }) => {
    const words = NOTICES[code] ?? detail;
    return code === 'shortened' && detail ? `${words} In detail: ${detail}.` : words;
  });
  const steps = turn.degraded.map((step) => DEGRADED[step]).filter((words) => words);
  if (turn.usage?.finishReason === 'length' && !turn.notices.some((it) => it.code === 'shortened')) {
    said.push('The answer reached the longest length it may have and ends there.');
  }
  return [...new Set([...said, ...steps])];
}

/** Why a passage is among the sources. */
export function reasonOf(passage) {
  const reasons = {
    reference: 'the question or this answer names it',
    lexical: 'its words are those of the question',
    vector: 'its meaning is near the question',
  };
  const score = Number(passage.score);
  const fit = Number.isFinite(score) ? ` Fit ${Math.round(score * 100)} %.` : '';
  return `Found because ${reasons[passage.reason] ?? 'the search chose it'}.${fit}`;
}

/** A moment in the reader's own time; with the day when it is not today. */
export function timeOf(moment) {
  const when = new Date(moment);
  const isToday = when.toDateString() === new Date().toDateString();
  const day = isToday ? {} : { weekday: 'long' };
  return when.toLocaleString(undefined, { ...day, hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });
}

export function count(number) {
  return Number(number).toLocaleString();
}
