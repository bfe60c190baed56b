import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { consistent, doubtful, undetermined, unrecognised, violated } from './extractions.ts';
import { chip, dialog, findings, openPanel, settings, show, status } from './shown.tsx';

afterEach(cleanup);

describe('the chip', () => {
  it.each([
    ['everything holds', consistent(), '全部 40 条勾稽关系成立'],
    ['one is violated', violated(1), '1 条不成立'],
    ['some are undetermined', undetermined(12), '12 条无法判定'],
    ['something was not read', doubtful(), '1 处未读取'],
    ['nothing was recognised', unrecognised(), '未识别出统计表'],
  ])('says it when %s', (_state, extraction, words) => {
    show([extraction]);
    expect(chip().textContent).toContain(words);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('tells a screen reader the verdict', async () => {
    show([violated(2)]);
    await waitFor(() => expect(status()).toBe('2 条不成立 · 38 条成立'));
  });
});

describe('the panel', () => {
  it('names authority, year, form and coverage', () => {
    const extraction = consistent();
    show([extraction]);
    openPanel();
    expect(within(dialog()).getByRole('heading', { level: 2 }).textContent).toBe(extraction.authority?.value);
    expect(dialog().textContent).toContain('2020 年');
    expect(dialog().textContent).toContain('国办公开办函〔2019〕60号');
    expect(dialog().textContent).toContain('198 / 198 格');
  });

  it('shows the key figures as they are printed', () => {
    show([consistent()]);
    openPanel();
    const tile = within(dialog()).getByText('本年新收').parentElement;
    expect(tile?.textContent).toContain('92');
  });

  it('shows no finding where everything holds', () => {
    show([consistent()]);
    openPanel();
    expect(findings()).toHaveLength(0);
    expect(within(dialog()).getByText('全部 40 条勾稽关系成立')).toBeTruthy();
  });

  it('shows every one of forty findings', () => {
    show([violated(40)]);
    openPanel();
    expect(findings()).toHaveLength(40);
  });

  it('groups what is undetermined by its reason', () => {
    show([undetermined(12)]);
    openPanel();
    expect(findings()).toHaveLength(0);
    const groups = dialog().querySelectorAll('.groups details');
    expect(groups).toHaveLength(1);
    expect(groups[0]?.querySelectorAll('button')).toHaveLength(12);
    // The same column stands under several identities: each is named.
    const identities = new Set(
      undetermined(12)
        .checks.slice(0, 12)
        .map(({ id }) => id.replace(/@.*/, '')),
    );
    expect(groups[0]?.querySelectorAll('.identity')).toHaveLength(identities.size);
    expect(groups[0]?.querySelector('summary')?.textContent).toContain('12 条无法判定');
  });

  it('says what was not read apart from how the rest was read', () => {
    show([doubtful()]);
    openPanel();
    const unread = within(dialog()).getByText('未读取').closest('section');
    expect(unread?.textContent).toContain('二O');
    const notes = within(dialog()).getByText('读取说明').closest('details');
    expect(notes?.textContent).toContain('其他事项');
    expect(notes?.hasAttribute('open')).toBe(false);
  });

  it('gives the reason where nothing was recognised, and no figures', () => {
    show([unrecognised()]);
    openPanel();
    expect(dialog().querySelector('.absence')?.textContent).toContain('3 张表格');
    expect(dialog().querySelector('.tiles')).toBeNull();
  });

  it('lists several reports and shows the chosen one', () => {
    show([consistent(), violated(2)]);
    openPanel();
    expect(findings()).toHaveLength(0);
    fireEvent.click(within(dialog()).getByRole('button', { name: /2 条不成立/ }));
    expect(findings()).toHaveLength(2);
  });
});

describe('a finding', () => {
  it('marks the cells of both sides, and a second click removes the marks', async () => {
    const { show: onShow, clear: onClear } = show([violated(1)]);
    openPanel();
    const finding = findings()[0] as HTMLElement;
    fireEvent.click(finding);
    const [check] = violated(1).checks;
    expect(onShow).toHaveBeenCalledTimes(1);
    const [frame, cells] = onShow.mock.calls[0] ?? [];
    expect(frame).toBe(4);
    expect(cells?.map(({ side }) => side)).toEqual(
      check?.terms.map(({ weight }) => (weight === 1 ? 'left' : 'right')),
    );
    expect(finding.getAttribute('aria-expanded')).toBe('true');
    await waitFor(() => expect(status()).toBe(`已在页面中标出 ${cells?.length} 个单元格`));
    fireEvent.click(finding);
    expect(onClear).toHaveBeenCalledTimes(1);
    expect(finding.getAttribute('aria-expanded')).toBe('false');
  });

  it('says so when its cells are not on the page any more', async () => {
    show([violated(1)], { actions: { show: vi.fn(async () => ({ found: 0, span: null })) } });
    openPanel();
    fireEvent.click(findings()[0] as HTMLElement);
    await waitFor(() => expect(status()).toContain('找不到'));
  });
});

describe('a finding on either side', () => {
  const shownAt = async (left: number, right: number) => {
    show([violated(1)], { actions: { show: vi.fn(async () => ({ found: 4, span: { left, right } })) } });
    openPanel();
    // happy-dom lays nothing out.
    dialog().getBoundingClientRect = () => new DOMRect(innerWidth - 396, 12, 384, 600);
    fireEvent.click(findings()[0] as HTMLElement);
    await waitFor(() => expect(status()).toContain('4 个单元格'));
    return dialog().closest('.gouji')?.className;
  };

  it('is uncovered: the panel goes to the other side', async () => {
    expect(await shownAt(innerWidth - 200, innerWidth - 100)).toContain('at-left');
  });

  it('is left alone where nothing is covered, and where the other side would hide more', async () => {
    expect(await shownAt(100, 200)).toContain('at-right');
    cleanup();
    expect(await shownAt(20, innerWidth - 380)).toContain('at-right');
  });
});

describe('by keyboard', () => {
  it('takes the focus in and gives it back, Esc closes and removes the marks', () => {
    const { clear: onClear } = show([violated(1)]);
    openPanel();
    expect(document.activeElement).toBe(within(dialog()).getByRole('heading', { level: 2 }));
    fireEvent.keyDown(dialog(), { key: 'Escape' });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(chip());
    expect(onClear).toHaveBeenCalledTimes(1);
  });

  it('is opened and closed by the toolbar and its shortcut, and gives the focus back to the page', () => {
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    const { again } = show([consistent()], { summoned: 1 });
    expect(document.activeElement).toBe(within(dialog()).getByRole('heading', { level: 2 }));
    again({ summoned: 2 });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(field);
    field.remove();
  });
});

describe('the data', () => {
  it('are downloaded under authority and year', () => {
    const { save: onDownload } = show([consistent()]);
    openPanel();
    fireEvent.click(within(dialog()).getByRole('button', { name: '下载数据' }));
    expect(onDownload).toHaveBeenCalledWith(`${consistent().authority?.value}-2020.csv`, 'a,b\r\n');
  });

  it.each([
    [true, '已复制到剪贴板'],
    [false, '浏览器不允许复制，请改用下载。'],
  ])('are copied (%s)', async (taken, words) => {
    show([consistent()], { actions: { copy: vi.fn(async () => taken) } });
    openPanel();
    fireEvent.click(within(dialog()).getByRole('button', { name: '复制数据' }));
    await waitFor(() => expect(status()).toBe(words));
  });
});

it('speaks English', () => {
  show([violated(1)], { settings: { ...settings, language: 'en' } });
  fireEvent.click(screen.getByRole('button', { name: /Open the results/ }));
  expect(within(dialog()).getByRole('button', { name: 'Download data' })).toBeTruthy();
  expect(dialog().textContent).not.toContain('不成立');
});

describe('beside the page', () => {
  it('it stands open, and has a way back over the page, but none to be closed', () => {
    const { move } = show([violated(1)], { stage: 'beside', movable: true });
    expect(screen.queryByRole('button', { name: /打开核对结果/ })).toBeNull();
    expect(screen.queryByRole('button', { name: '关闭' })).toBeNull();
    fireEvent.keyDown(screen.getByRole('group', { name: /人民政府/ }), { key: 'Escape' });
    fireEvent.click(screen.getByRole('button', { name: '移回网页上' }));
    expect(move).toHaveBeenCalledWith('page');
  });

  it('it is where the chip leads, if the person wants it there and the browser has opened it', async () => {
    const beside = { ...settings, home: 'side' as const };
    const { move } = show([violated(1)], { settings: beside, movable: true });
    openPanel();
    await waitFor(() => expect(move).toHaveBeenCalledWith('side'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('it opens over the page where the browser has not', async () => {
    show([violated(1)], {
      settings: { ...settings, home: 'side' },
      movable: true,
      actions: { move: vi.fn(async () => false) },
    });
    openPanel();
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeNull());
  });

  it('it takes the place of the one over the page, once it stands', async () => {
    const { again } = show([violated(1)]);
    openPanel();
    expect(dialog()).toBeTruthy();
    again({ stands: true });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('the chip says where it stands, and leads there whatever the person has chosen', async () => {
    const { move } = show([violated(1)], { stands: true });
    const leading = screen.getByRole('button', { name: /见侧栏/ });
    expect(leading.getAttribute('aria-haspopup')).toBeNull();
    fireEvent.click(leading);
    await waitFor(() => expect(move).toHaveBeenCalledWith('side'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('a browser that has not opened it once is not taken for the choice of the person', async () => {
    const { set } = show([violated(1)], {
      settings: { ...settings, home: 'side' },
      actions: { move: vi.fn(async () => false) },
    });
    openPanel();
    await waitFor(() => expect(dialog()).toBeTruthy());
    expect(set).not.toHaveBeenCalled();
  });

  it('the button of the panel is the choice of the person', async () => {
    const { set } = show([violated(1)], { movable: true });
    openPanel();
    fireEvent.click(screen.getByRole('button', { name: /移到浏览器侧栏/ }));
    await waitFor(() => expect(set).toHaveBeenCalledWith({ home: 'side' }));
  });
});

describe('the shortcut of the whole browser', () => {
  it('keeps the report and goes on, with the panel open or closed', async () => {
    const { keep, nextTab, again } = show([violated(1)]);
    again({ goneOn: 1 });
    await waitFor(() => expect(nextTab).toHaveBeenCalledTimes(1));
    expect(keep).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('opens the panel to say that there is no next, or that it could not be kept', async () => {
    const first = show([violated(1)], { actions: { nextTab: vi.fn(async () => false) } });
    first.again({ goneOn: 1 });
    await waitFor(() => expect(dialog().textContent).toContain('没有下一份'));
    cleanup();
    const second = show([violated(1)], { actions: { keep: vi.fn(async () => 'failed' as const) } });
    second.again({ goneOn: 1 });
    await waitFor(() => expect(dialog()).toBeTruthy());
    expect(second.nextTab).not.toHaveBeenCalled();
  });
});
