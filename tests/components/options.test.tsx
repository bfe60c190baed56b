import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { Options } from '../../components/options.tsx';
import type { OwnFormsProps } from '../../components/own-forms.tsx';
import type { AllSettings } from '../../components/settings.ts';
import { ruleOf, statementRule } from '../../parser/findings/finding.ts';
import { disclosure2021 } from '../../parser/forms/disclosure/edition-2021.ts';
import { proseFindings } from '../../parser/prose/prose-findings.ts';
import { textOf } from '../../parser/prose/text.ts';
import { carriedOver } from './extractions.ts';
import { settings } from './shown.tsx';

afterEach(cleanup);

const noForms = { forms: [], onImport: async () => null, onRemove: () => {} };

const show = (
  quiet: string[] = [],
  forms: OwnFormsProps = noForms,
  sideBy: 'anywhere' | 'button' | null = null,
) => {
  const onChange = vi.fn();
  const all: AllSettings = { ...settings, start: 'always', totals: 'always', spared: [], quiet };
  render(
    <Options
      settings={all}
      sideBy={sideBy}
      shortcuts={{ open: 'Alt+Shift+G', keep: null }}
      browserLanguage="zh-CN"
      onChange={onChange}
      onErase={async () => true}
      onShortcut={() => {}}
      onShelf={() => {}}
      forms={forms}
    />,
  );
  const warnings = screen.getByRole('group', { name: '计入结论的关系' });
  const rules = [...warnings.querySelectorAll('code')].map(({ textContent }) => textContent);
  return { onChange, warnings, rules };
};

const text =
  '统计期限自2019年1月1日起至2019年12月31日止。公开4件，其中甲1件、乙5件。全年收到227件，较上年增加23件，增长13.1%。';

it('offers every rule that raises a warning in the panel, each once', () => {
  const { rules } = show();
  expect(new Set(rules).size).toBe(rules.length);
  const found = proseFindings(textOf([{ kind: 'paragraph', text }], disclosure2021, null), {
    year: { value: 2020, evidence: '' },
  });
  expect(found.map(({ outcome }) => outcome)).toEqual(['violated', 'violated', 'violated']);
  const raised = [...found.map(statementRule), ruleOf(carriedOver()), 'prose.claim', 'requests.balance'];
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

const importing = (file: File): void => {
  const input = screen.getByLabelText<HTMLInputElement>('导入表样文件');
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  fireEvent.change(input);
};

it('lists the person’s own forms and takes one out', () => {
  const onRemove = vi.fn();
  const forms = [
    { text: '{"id":"a"}', id: 'village-affairs', title: '村务公开情况统计表', problems: null },
    { text: '{}', id: 'old', title: '旧表', problems: [] },
  ];
  show([], { ...noForms, forms, onRemove });
  expect(screen.getByText('现在的版本不能读取，请按说明文档修改后重新导入。')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '删除 村务公开情况统计表' }));
  expect(onRemove).toHaveBeenCalledWith('{"id":"a"}');
});

it('says that a form was taken, or where it is wrong', async () => {
  const onImport = vi.fn<OwnFormsProps['onImport']>(async () => null);
  show([], { ...noForms, onImport });
  importing(new File(['{}'], '村务.json'));
  expect(await screen.findByText('已导入 村务.json，再次读取页面时生效。')).toBeTruthy();
  expect(onImport).toHaveBeenCalledWith('{}');
  onImport.mockResolvedValueOnce({ problems: [{ path: 'tables[0].id', what: 'missing' }] });
  importing(new File(['{"id":1}'], '村务.json'));
  const told = await screen.findByRole('alert');
  await within(told).findByText('tables[0].id：缺少这一项');
  onImport.mockResolvedValueOnce({ why: 'no_json' });
  importing(new File(['{'], '村务.json'));
  expect(await screen.findByText(/不是 JSON 文件/)).toBeTruthy();
});

it('asks where the panel is to stand where the browser has a place beside the page, and says what opens it', () => {
  expect(show().onChange).not.toHaveBeenCalled();
  expect(screen.queryByRole('group', { name: '面板显示在' })).toBeNull();
  cleanup();
  const { onChange } = show([], noForms, 'button');
  const homes = within(screen.getByRole('group', { name: '面板显示在' }));
  expect(homes.getByRole<HTMLInputElement>('radio', { name: '网页上' }).checked).toBe(true);
  fireEvent.click(homes.getByRole('radio', { name: /侧栏/ }));
  expect(onChange).toHaveBeenCalledWith({ home: 'side' });
  expect(screen.getByText(/Firefox 不允许从网页中打开侧栏/)).toBeTruthy();
});

it('says which shortcuts are set, and which are not', () => {
  show();
  const of = (name: string) => screen.getByText(name).nextElementSibling?.textContent;
  expect(of('打开或者关闭面板')).toBe('Alt+Shift+G');
  expect(of('收藏并下一份')).toBe('未设置');
});
