// Drafts in the browser's own storage: what was drawn is there again after a reload, a crash, or a lost session.
import { t } from '../texts';
/** The base names the version that the draft was begun from. */
export type Draft = { xml: string; time: number; base: string };

const PREFIX = 'winslow.draft.';

export function draftOf(key: string): Draft | undefined {
  const text = localStorage.getItem(PREFIX + key);
  return text ? JSON.parse(text) : undefined;
}

/** Answers what is wrong where the browser's storage takes no more. */
export function keepDraft(key: string, xml: string, base: string): string {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify({ xml, time: Date.now(), base }));
    return '';
  } catch (full) {
    return t('This browser cannot keep the draft ({0}): deploy or download it before you leave.', String(full));
  }
}

export function dropDraft(key: string) { localStorage.removeItem(PREFIX + key); }
