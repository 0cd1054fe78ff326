import { createStore } from '../data/store.ts';

/** A page of somebody else that an extension shows in a dialog. */
export interface IframeModal {
  readonly uri: string;
  readonly title: string;
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly isFlush: boolean;
  readonly onClose: () => void;
}

export const iframeModal = createStore<IframeModal | null>(null);

export function closeIframeModal(): void {
  const modal = iframeModal.get();
  iframeModal.update(() => null);
  modal?.onClose();
}
