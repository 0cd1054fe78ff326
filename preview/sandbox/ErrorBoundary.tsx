import React from 'react';

interface Props {
  readonly children?: React.ReactNode;
  readonly onCrash: (message: string) => void;
}

/** Tells the page when rendering fails; the extension shows nothing from then on. */
export class ErrorBoundary extends React.Component<Props, { readonly hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override componentDidCatch(error: Error): void {
    this.props.onCrash(error.stack ?? error.message);
  }

  override render(): React.ReactNode {
    return this.state.hasCrashed ? null : this.props.children;
  }
}
