/** HubSpot's types name the browser's clipboard, and pages are compiled for a worker, which has none. */
interface Clipboard {
  writeText(text: string): Promise<void>;
}
