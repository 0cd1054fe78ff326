/** Only the turning ring: what it stands for is said by the element around it. */
export const Spinner = () => <span className="canvas-spinner" aria-hidden="true" />;
