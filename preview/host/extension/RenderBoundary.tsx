import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  readonly onCrash: (message: string) => void;
}

/** Keeps the page when one of its own components fails on what an extension asks for. */
export class RenderBoundary extends Component<Props, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidCatch(error: Error): void {
    this.props.onCrash(error.stack ?? error.message);
  }

  override render(): ReactNode {
    return this.state.hasFailed ? null : this.props.children;
  }
}
