import { createStore } from '../data/store.ts';

export type ToastType = 'info' | 'warning' | 'success' | 'danger' | 'tip';

export interface Toast {
  readonly id: number;
  readonly type: ToastType;
  readonly title: string;
  readonly message: string;
}

const shownMs = 8_000;

export const toasts = createStore<readonly Toast[]>([]);

let lastId = 0;

export function showToast(toast: Omit<Toast, 'id'>): void {
  lastId += 1;
  const id = lastId;
  toasts.update((all) => [...all, { ...toast, id }]);
  setTimeout(() => hideToast(id), shownMs);
}

export const hideToast = (id: number): void => toasts.update((all) => all.filter((toast) => toast.id !== id));
