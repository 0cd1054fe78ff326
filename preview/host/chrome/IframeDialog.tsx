import { useEffect, useRef } from 'react';
import { useStore } from '../data/store.ts';
import { closeIframeModal, iframeModal } from '../extension/iframe-modal.ts';

/** What `openIframeModal` opens. */
export function IframeDialog() {
  const modal = useStore(iframeModal);
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    if (modal !== null) dialog.current?.showModal();
  }, [modal]);

  if (modal === null) return null;
  return (
    <dialog ref={dialog} className="iframe-dialog" aria-label={modal.title || modal.uri} onClose={closeIframeModal}>
      <header>
        <h2>{modal.title}</h2>
        <button type="button" aria-label="Close" onClick={() => dialog.current?.close()}>
          ×
        </button>
      </header>
      <iframe
        title={modal.title || modal.uri}
        src={modal.uri}
        width={modal.widthPixels}
        height={modal.heightPixels}
        className={modal.isFlush ? '' : 'iframe-padded'}
      />
    </dialog>
  );
}
