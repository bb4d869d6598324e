import { Component, Suspense, type ReactNode } from 'react';
import { Loading, LoadingPage } from './loading.tsx';
import { NotShown } from './not-shown.tsx';

interface PieceProps {
  children: ReactNode;
  /** Nothing stands around it. */
  alone?: boolean;
  /** The address that is shown here: at another one it is tried anew. */
  address?: string;
}

/** A page or a part of one: where it cannot be read or shown, that is said in its place, and what stands around it stays usable. */
export function Piece({ children, alone = false, address }: PieceProps) {
  return (
    <Boundary alone={alone} address={address}>
      <Suspense fallback={alone ? <LoadingPage /> : <Loading />}>{children}</Suspense>
    </Boundary>
  );
}

interface BoundaryProps {
  alone: boolean;
  address: string | undefined;
  children: ReactNode;
}

/** React tells of such errors to classes alone. */
class Boundary extends Component<BoundaryProps, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidUpdate(before: BoundaryProps) {
    if (this.state.error !== null && before.address !== this.props.address) this.setState({ error: null });
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    const { alone, address } = this.props;
    const said = <NotShown error={this.state.error} whole={address !== undefined} />;
    return alone ? <main id="main">{said}</main> : said;
  }
}
