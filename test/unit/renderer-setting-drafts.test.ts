import { beforeEach, expect, it } from 'vitest';
import { draftOf, forgetDrafts, keepDraft, useSettingDrafts } from '../../renderer/stores/setting-drafts.ts';

beforeEach(() => useSettingDrafts.setState({ drafts: {} }));

it('keeps what is typed by setting, until it is saved, taken back or reset', () => {
  keepDraft('listener.port', '99999999');
  keepDraft('identity.caller', 'x');
  expect(draftOf('listener.port')).toBe('99999999');
  keepDraft('listener.port', '');
  expect(draftOf('listener.port')).toBe('');
  keepDraft('listener.port', null);
  expect(useSettingDrafts.getState().drafts).toEqual({ 'identity.caller': 'x' });
  forgetDrafts(new Set(['identity.caller', 'identity.callerId']));
  expect(draftOf('identity.caller')).toBeNull();
});
