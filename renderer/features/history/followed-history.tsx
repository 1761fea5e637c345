import { useFollowedHistory } from './use-shown-history.ts';

/** Nothing to see: apart from what is, so that what is typed into the search draws nothing but what shows it. */
export function FollowedHistory() {
  useFollowedHistory();
  return null;
}
