/** In place of what only the stand-ins can do. */
export function NeedsStandIns({ what }: { readonly what: string }) {
  return (
    <p className="record-box">
      {what} needs the emulators of Zoom and HubSpot, and this preview has none. Start it with <code>npm start</code>.
    </p>
  );
}
