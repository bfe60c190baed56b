import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { type AllSettings, Options } from '../../components/options.tsx';
import { findingRule, historyRule } from '../../components/tally.ts';
import { proseFindings } from '../../parser/check/prose-findings.ts';
import { carriedOver } from './extractions.ts';
import { settings } from './shown.tsx';

afterEach(cleanup);

const show = (quiet: string[] = []) => {
  const onChange = vi.fn();
  const all: AllSettings = { ...settings, start: 'always', spared: [], quiet };
  render(
    <Options
      settings={all}
      shortcut={null}
      browserLanguage="zh-CN"
      onChange={onChange}
      onErase={async () => true}
      onShortcut={() => {}}
      onShelf={() => {}}
    />,
  );
  const warnings = screen.getByRole('group', { name: '哪些关系不成立时提示' });
  const rules = [...warnings.querySelectorAll('code')].map(({ textContent }) => textContent);
  return { onChange, warnings, rules };
};

const text =
  '统计期限自2019年1月1日起至2019年12月31日止。公开4件，其中甲1件、乙5件。全年收到227件，较上年增加23件，增长13.1%。';

it('offers every rule that raises a warning in the panel, each once', () => {
  const { rules } = show();
  expect(new Set(rules).size).toBe(rules.length);
  const found = proseFindings([{ kind: 'paragraph', text }], { year: { value: 2020, evidence: '' } });
  expect(found.map(({ outcome }) => outcome)).toEqual(['violated', 'violated', 'violated']);
  const raised = [...found.map(findingRule), historyRule(carriedOver()), 'prose.claim', 'requests.balance'];
  expect(rules).toEqual(expect.arrayContaining(raised));
});

it('offers none that only the command checks', () => {
  expect(show().rules).not.toContain('departments.sum');
});

it('switches a rule over the years off and on', () => {
  const box = (warnings: HTMLElement) =>
    within(warnings).getByRole<HTMLInputElement>('checkbox', { name: /history\.carried_over/ });
  const first = show();
  fireEvent.click(box(first.warnings));
  expect(first.onChange).toHaveBeenCalledWith({ quiet: ['history.carried_over'] });
  cleanup();
  const second = show(['history.carried_over']);
  expect(box(second.warnings).checked).toBe(false);
  fireEvent.click(box(second.warnings));
  expect(second.onChange).toHaveBeenCalledWith({ quiet: [] });
});
