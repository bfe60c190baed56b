import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { Measured } from '../../components/measured.tsx';

afterEach(cleanup);

const slot = { table: 0, row: 4, column: 2 };

const show = (language: 'zh-CN' | 'en', equal = [{ slot, raw: '7842' }]) => {
  const calls = { onShow: vi.fn(), onCopy: vi.fn(), onClose: vi.fn() };
  render(
    <Measured
      measured={{ numbers: 3, others: 1, sum: '7842', least: '1187', most: '4419', equal }}
      language={language}
      side="left"
      {...calls}
    />,
  );
  return calls;
};

it('says what chosen cells come to, and which printed figures are the same', () => {
  const { onShow, onCopy, onClose } = show('zh-CN');
  const said = screen.getByRole('status').textContent;
  expect(said).toContain('选中 3 个数字，另有 1 格为空或者不是数字，未计入');
  expect(said).toContain('合计7842最小1187最大4419');
  expect(said).toContain('与合计相等的数字：第 1 表第 5 行第 3 列（7842）');
  fireEvent.click(screen.getByRole('button', { name: '标出相等的数字' }));
  expect(onShow).toHaveBeenCalledWith([slot]);
  fireEvent.click(screen.getByRole('button', { name: '复制合计' }));
  expect(onCopy).toHaveBeenCalledWith('7842');
  fireEvent.click(screen.getByRole('button', { name: '关闭' }));
  expect(onClose).toHaveBeenCalled();
});

it('says so where nothing on the page is the same', () => {
  show('en', []);
  expect(screen.getByRole('status').textContent).toContain(
    'No figure in the tables of the page equals the sum',
  );
  expect(screen.queryByRole('button', { name: 'Highlight equal figures' })).toBeNull();
});
