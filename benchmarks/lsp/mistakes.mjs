// Correct files with one mistake each, and the line where it was made.

const swapped = word => word[0] + word[2] + word[1] + word.slice(3);
const without = (line, from, length = 1) => line.slice(0, from) + line.slice(from + length);
const put = (line, word, other) => line.replace(new RegExp(`\\b${word}\\b`), other);

/** What people do to a line; each gives the line with the mistake, or nothing where it cannot be made there. */
const KINDS = {
  'a keyword with two letters swapped': line => {
    const word = /^\s*(space|block|budget|design|metric|stage|input|require|within|maximize|minimize|report|check)\b/.exec(line)?.[1];
    return word && put(line, word, swapped(word));
  },
  'a name with a letter too many': line => {
    const name = /[=:(+*/,] ([a-z]{5,})\b(?!:)/.exec(line)?.[1];
    return name && put(line, name, name + name.at(-1));
  },
  'an imported name with two letters swapped': line => {
    const name = /^import .*\{ (\w{4,})/.exec(line)?.[1];
    return name && swapped(name) !== name && put(line, name, swapped(name));
  },
  'a parameter with two letters swapped': line => {
    const name = /[(,] ?([a-z]{4,}): /.exec(line)?.[1];
    return name && /^\s*(stem|stage|head|[A-Z])/.test(line) && swapped(name) !== name && put(line, name, swapped(name));
  },
  'a parenthesis that is not closed': line => line.endsWith(')') && !/^\s*\)/.test(line) && line.split('(').length === line.split(')').length && line.slice(0, -1),
  'no colon after the name of a stage': line => /^\s*stage \w+:/.test(line) && line.replace(':', ''),
  'no value after an equals sign': line => /^\s*(let|metric) .* = [^{]+$/.test(line) && !/[([]$/.test(line) && line.replace(/ = .*$/, ' ='),
  'no limit after a comparison': line => /^\s*require .* <= [^(]+$/.test(line) && line.replace(/<= .*$/, '<='),
  'a unit that there is not': line => /\d [MGk]\b/.test(line) && line.replace(/(\d [MGk])\b/, '$1x'),
  'no comma between arguments': line => {
    const at = line.indexOf(', ');
    return at > 0 && /\(/.test(line.slice(0, at)) && !/^\s*\/\//.test(line) && without(line, at);
  },
  'a bracket too many': line => /^\s*(let|require|maximize|minimize) .*\w$/.test(line) && `${line})`,
};

let place = 0;

/** Every `nth` place of the texts asked for where a mistake can be made, as `{ kind, line, text }`. */
export function* mistakes(text, nth) {
  const lines = text.split('\n');
  for (const [line, good] of lines.entries()) {
    if (/^\s*\/\//.test(good)) continue;
    const code = good.replace(/\s*\/\/.*$/, '');
    for (const [kind, make] of Object.entries(KINDS)) {
      const bad = make(code);
      if (bad && bad !== code && place++ % nth === 0) yield { kind, line, text: [...lines.slice(0, line), bad, ...lines.slice(line + 1)].join('\n') };
    }
  }
}
