import { rulesIn, ruleWords } from '../parser/messages/rules.ts';
import type { Language } from '../parser/messages/words.ts';

/** Every rule that is checked: what it says, where that is written, and figures that would break it. */
export const RuleCatalogue = ({ language }: { language: Language }) => {
  const words = ruleWords[language];
  return (
    <div class="rules">
      <p>{words.intro}</p>
      {rulesIn(language).map((rule) => (
        <section key={`${rule.id} ${rule.source}`}>
          <h3>
            {rule.relation} <code>{rule.id}</code>
          </h3>
          <dl>
            <dt>{words.parts.level}</dt>
            <dd>{words.level[rule.level]}</dd>
            <dt>{words.parts.scope}</dt>
            <dd>{rule.scope}</dd>
            {rule.wording !== undefined && (
              <>
                <dt>{words.parts.wording}</dt>
                <dd>{rule.wording === null ? words.noWording : <q lang="zh-CN">{rule.wording}</q>}</dd>
              </>
            )}
            <dt>{words.parts.source}</dt>
            <dd>{rule.source}</dd>
            <dt>{words.parts.example}</dt>
            <dd>{rule.example}</dd>
          </dl>
        </section>
      ))}
    </div>
  );
};
