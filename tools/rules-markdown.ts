import type { Rule } from '../parser/messages/rule.ts';
import { rulesIn, ruleWords } from '../parser/messages/rules.ts';
import { type Language, languages } from '../parser/messages/words.ts';

const oneRule = (rule: Rule, language: Language): string => {
  const { parts, level, noWording } = ruleWords[language];
  const lines: [string, string][] = [
    [parts.level, level[rule.level]],
    [parts.relation, rule.relation],
    [parts.scope, rule.scope],
    ...(rule.wording === undefined
      ? []
      : [[parts.wording, rule.wording === null ? noWording : `“${rule.wording}”`] as [string, string]]),
    [parts.source, rule.source],
    [parts.example, rule.example],
  ];
  return [
    `### \`${rule.id}\``,
    '',
    ...lines.map(([name, text]) => `- ${name}${language === 'zh-CN' ? '：' : ': '}${text}`),
  ].join('\n');
};

/** The catalogue of rules as a page, in both languages. Written by `npm run rules`; a test holds the page to it. */
export const rulesMarkdown = (): string => {
  const sections = languages.map((language) => {
    const { title, intro } = ruleWords[language];
    return [
      `## ${title}`,
      '',
      intro,
      '',
      rulesIn(language)
        .map((rule) => oneRule(rule, language))
        .join('\n\n'),
    ].join('\n');
  });
  return `# ${ruleWords['zh-CN'].title} · ${ruleWords.en.title}\n\n<!-- npm run rules -->\n\n${sections.join('\n\n')}\n`;
};
