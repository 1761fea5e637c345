import type { ReactElement } from 'react';
import { expect, it } from 'vitest';
import { RowButton } from '../../renderer/ui/row-button.tsx';

interface Heard {
  readonly key?: string;
  readonly repeat?: boolean;
  readonly altKey?: boolean;
}
type Handler = (event: Heard & { preventDefault(): void; stopPropagation(): void }) => void;

/** The button as it is drawn, and what was heard of it: whether it was pressed, what the browser does besides and what reaches the row. */
function aRowButton(reachable = true) {
  const presses: boolean[] = [];
  const onPress = ({ altKey }: { readonly altKey: boolean }) => presses.push(altKey);
  const { props } = RowButton({ label: 'Call', reachable, onPress, children: null }) as ReactElement<
    Record<'onMouseDown' | 'onClick' | 'onKeyDown', Handler> & { readonly tabIndex?: number }
  >;
  const after = (handler: 'onMouseDown' | 'onClick' | 'onKeyDown', event: Heard = {}) => {
    const left = { byBrowser: true, forRow: true };
    props[handler]({
      altKey: false,
      repeat: false,
      ...event,
      preventDefault: () => {
        left.byBrowser = false;
      },
      stopPropagation: () => {
        left.forRow = false;
      },
    });
    return { presses: presses.length, ...left };
  };
  return { props, presses, after };
}

it('a button of a row is pressed by a click, and the list keeps the focus and the choice', () => {
  const { after, presses } = aRowButton();
  expect(after('onMouseDown')).toEqual({ presses: 0, byBrowser: false, forRow: false });
  expect(after('onClick', { altKey: true })).toEqual({ presses: 1, byBrowser: true, forRow: false });
  expect(presses).toEqual([true]);
});

it.each(['Enter', ' '])('a button of a row is pressed once by %j, however long it is held', (key) => {
  const { after, presses } = aRowButton();
  expect(after('onKeyDown', { key, altKey: true })).toEqual({ presses: 1, byBrowser: false, forRow: false });
  expect(after('onKeyDown', { key, repeat: true })).toEqual({ presses: 1, byBrowser: false, forRow: false });
  expect(presses).toEqual([true]);
});

it('a button of a row leaves other keys to the list, and is reached by keys in the chosen row alone', () => {
  const { after } = aRowButton();
  expect(after('onKeyDown', { key: 'ArrowDown' })).toEqual({ presses: 0, byBrowser: true, forRow: true });
  expect([aRowButton(true).props.tabIndex, aRowButton(false).props.tabIndex]).toEqual([undefined, -1]);
});
