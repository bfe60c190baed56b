import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Note } from '../../components/note.tsx';
import type { NoteAnswer } from '../../components/open-note.ts';
import { longestNote } from '../../parser/export/note.ts';

/** The note on a kept report: saved without a button, and never over what another window has written. */

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

type Save = (note: string, before: string) => Promise<NoteAnswer>;

const open = (note = '', answer: Save = async () => ({ kind: 'saved' })) => {
  const onSave = vi.fn<Save>(answer);
  const shown = (kept: string) => <Note note={kept} language="zh-CN" onSave={onSave} />;
  const { rerender, unmount } = render(shown(note));
  return { onSave, leave: unmount, elsewhere: (kept: string) => rerender(shown(kept)) };
};
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: '备注' });
const write = (value: string) => fireEvent.input(field(), { target: { value } });
const status = () => screen.getByRole('status').textContent;

describe('what is written', () => {
  it('is saved where the field is left, and that is said', async () => {
    const { onSave } = open('旧');
    write('新');
    expect(status()).toBe('');
    fireEvent.blur(field());
    expect(onSave.mock.calls).toEqual([['新', '旧']]);
    await waitFor(() => expect(status()).toBe('已保存'));
    fireEvent.blur(field());
    expect(onSave).toHaveBeenCalledTimes(1);
  });

  it('is saved after a pause, once', async () => {
    vi.useFakeTimers();
    const { onSave } = open();
    write('一');
    write('一二');
    await vi.runAllTimersAsync();
    expect(onSave.mock.calls).toEqual([['一二', '']]);
  });

  it('is saved by who leaves, also while an earlier word is on its way', () => {
    const { onSave, leave } = open('', () => new Promise(() => {}));
    write('一');
    fireEvent.blur(field());
    write('一二');
    fireEvent.blur(field());
    expect(onSave).toHaveBeenCalledTimes(1);
    leave();
    expect(onSave.mock.calls).toEqual([
      ['一', ''],
      ['一二', '一'],
    ]);
  });

  it('goes on being saved where more was written meanwhile', async () => {
    vi.useFakeTimers();
    let answered = (_: NoteAnswer): void => {};
    const { onSave } = open('', () => new Promise((done) => (answered = done)));
    write('一');
    fireEvent.blur(field());
    write('一二');
    answered({ kind: 'saved' });
    await vi.runAllTimersAsync();
    expect(onSave.mock.lastCall).toEqual(['一二', '一']);
  });

  it('is no note where it is blank', () => {
    const { onSave } = open('旧');
    write(' \n');
    fireEvent.blur(field());
    expect(onSave.mock.calls).toEqual([['', '旧']]);
  });

  it('is cut off at its bound, and that is said', () => {
    open();
    write('字'.repeat(longestNote));
    expect(status()).toBe('');
    expect(screen.getByText('还可写 0 字')).toBeTruthy();
    write(`${'字'.repeat(longestNote - 1)}😀😀`);
    expect(field().value).toBe('字'.repeat(longestNote - 1));
    expect(status()).toContain('超出的部分已截去');
  });

  it('is neither cut nor saved before an input method has finished', async () => {
    vi.useFakeTimers();
    const { onSave } = open();
    fireEvent.input(field(), { target: { value: 'bei' }, isComposing: true });
    await vi.runAllTimersAsync();
    expect(onSave).not.toHaveBeenCalled();
    fireEvent.compositionEnd(field(), { target: { value: '备' } });
    await vi.runAllTimersAsync();
    expect(onSave.mock.calls).toEqual([['备', '']]);
  });

  it.each<['gone' | 'failed', string]>([
    ['failed', '未能保存'],
    ['gone', '不在收藏中'],
  ])('stays where it could not be saved: %s', async (kind, words) => {
    open('', async () => ({ kind }));
    write('新');
    fireEvent.blur(field());
    await waitFor(() => expect(status()).toContain(words));
    expect(field().value).toBe('新');
  });

  it('stands on paper as text', () => {
    open('第一行\n第二行');
    expect(document.querySelector('.on-paper')?.textContent).toBe('第一行\n第二行');
  });
});

describe('what another window writes', () => {
  it('is shown where nothing is unsaved here', () => {
    const { elsewhere } = open('旧');
    elsewhere('那里的');
    expect(field().value).toBe('那里的');
    elsewhere('旧');
    expect(field().value).toBe('旧');
  });

  it('is not put under the hands of who is writing', async () => {
    const { elsewhere, onSave } = open('旧');
    field().focus();
    elsewhere('更早的');
    expect(field().value).toBe('更早的');
    vi.useFakeTimers();
    write('这里的');
    await vi.runAllTimersAsync();
    expect(onSave.mock.calls).toEqual([['这里的', '更早的']]);
    vi.useRealTimers();
    elsewhere('那里的');
    expect(field().value).toBe('这里的');
    field().blur();
    await waitFor(() => expect(field().value).toBe('那里的'));
  });

  it('that is older than what was saved here does not come back', async () => {
    const { elsewhere } = open('旧');
    write('新');
    fireEvent.blur(field());
    await waitFor(() => expect(status()).toBe('已保存'));
    elsewhere('旧');
    expect(field().value).toBe('新');
    elsewhere('新');
    elsewhere('旧');
    expect(field().value).toBe('旧');
  });

  const differing = async () => {
    const kept = { note: '那里的' };
    const opened = open('旧', async (note, before) => {
      if (before !== kept.note) return { kind: 'differs', note: kept.note };
      kept.note = note;
      return { kind: 'saved' };
    });
    write('这里的');
    fireEvent.blur(field());
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('那里的'));
    expect(field().value).toBe('这里的');
    return { ...opened, kept };
  };

  it('stands beside what is unsaved here, and the person keeps the one', async () => {
    const { kept } = await differing();
    fireEvent.click(screen.getByRole('button', { name: '保留这里的' }));
    await waitFor(() => expect(kept.note).toBe('这里的'));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('or takes the other', async () => {
    const { kept, onSave } = await differing();
    fireEvent.click(screen.getByRole('button', { name: '改用另一窗口的' }));
    expect(field().value).toBe('那里的');
    fireEvent.blur(field());
    expect(onSave).toHaveBeenCalledTimes(1);
    expect(kept.note).toBe('那里的');
  });
});
