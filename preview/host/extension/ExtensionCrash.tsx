import type { PreviewExtension } from '../../protocol/preview-api.ts';

/** What stands in place of an extension that failed; the details are for its developer. */
export function ExtensionCrash({ extension, message }: { extension: PreviewExtension; message: string }) {
  const kind = extension.location === 'settings' ? 'settings page' : extension.location === 'pages' ? 'page' : 'card';
  return (
    <div className="extension-crash" role="alert" lang="en">
      <h3>This {kind} couldn’t be loaded</h3>
      <p>
        Something in the app’s code went wrong. Reload the page, or contact the app’s developer if it stays like this.
      </p>
      <details>
        <summary>Details for developers</summary>
        <pre tabIndex={0}>{message}</pre>
      </details>
    </div>
  );
}
