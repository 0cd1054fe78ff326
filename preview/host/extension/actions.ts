import { retain } from '@remote-ui/rpc';
import type { ActionName } from '../../protocol/extension-context.ts';
import type { Overlays } from '../components/overlays.tsx';
import { goTo } from '../routing/location.ts';
import { iframeModal } from './iframe-modal.ts';
import type { RecordProperties } from './record-properties.ts';
import { showToast, type ToastType } from './toasts.ts';

export interface ActionTools {
  readonly overlays: Overlays;
  /** Null where there is no record. */
  readonly record: RecordProperties | null;
  readonly permittedIframes: readonly string[];
  toPageHref(path: string): string;
}

type Action = (...args: readonly unknown[]) => unknown;

/**
 * What `useExtensionActions` offers. An action that HubSpot would refuse is refused here.
 *
 * @throws Error from an action, with the reason
 */
export function createActions(tools: ActionTools): Readonly<Record<ActionName, Action>> {
  const { overlays, permittedIframes, toPageHref } = tools;
  const record = (): RecordProperties => {
    if (tools.record === null) throw new Error('There is no CRM record here.');
    return tools.record;
  };
  return {
    addAlert(alert) {
      const { type, title, message } = fieldsOf(alert);
      if (typeof message !== 'string') throw new Error('addAlert needs a message.');
      showToast({ type: toToastType(type), title: typeof title === 'string' ? title : '', message });
    },
    closeOverlay: (id) => overlays.close(String(id)),
    copyTextToClipboard: (text) => navigator.clipboard.writeText(String(text)),
    navigateToPage(target) {
      const { to, params = {} } = fieldsOf(target);
      const search = new URLSearchParams(fieldsOf(params) as Record<string, string>).toString();
      goTo(toPageHref(`/app${String(to)}${search === '' ? '' : `?${search}`}`));
    },
    openIframeModal(payload, onClose) {
      const { uri, width, height, title = '', flush = false } = fieldsOf(payload);
      if (!permittedIframes.some((permitted) => String(uri).startsWith(permitted))) {
        throw new Error(`The app permits no iframe of ${String(uri)}: see permittedUrls.iframe in its metadata.`);
      }
      if (typeof onClose === 'function') retain(onClose);
      iframeModal.update(() => ({
        uri: String(uri),
        title: String(title),
        widthPixels: Number(width),
        heightPixels: Number(height),
        isFlush: flush === true,
        onClose: () => {
          if (typeof onClose === 'function') (onClose as () => void)();
        },
      }));
    },
    reloadPage: () => location.reload(),
    fetchCrmObjectProperties: (names) => record().read(toNames(names)),
    refreshObjectProperties: () => record().refresh(),
    onCrmPropertiesUpdate: (names, onUpdate) =>
      record().follow(toNames(names), onUpdate as Parameters<RecordProperties['follow']>[1]),
  };
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

const toNames = (names: unknown): readonly string[] | '*' => (Array.isArray(names) ? names.map(String) : '*');

const toastTypes: readonly ToastType[] = ['info', 'warning', 'success', 'danger', 'tip'];
const toToastType = (type: unknown): ToastType => toastTypes.find((known) => known === type) ?? 'info';
