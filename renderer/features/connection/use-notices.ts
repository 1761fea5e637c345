import { useMemo } from 'react';
import { useAppState } from '../../stores/app-state.ts';
import { useNotices } from '../../stores/notices.ts';
import { type Notice, noticesOf } from './notice-list.ts';

const none: readonly Notice[] = [];

export function useNoticeList(): readonly Notice[] {
  const state = useAppState((store) => store.state);
  const closed = useNotices((store) => store.closed);
  return useMemo(() => (state === null ? none : noticesOf(state, closed)), [state, closed]);
}
