import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import type { RenderOptions } from 'altair-static';
import type { Response } from 'express';
import { AllowAnyone } from '../access/allow.decorator.js';
import { PublicError } from '../operations/public.error.js';

/** Lets the page load from this server and talk to it, and nowhere else. Altair writes styles and draws icons inline. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Altair's banners offer a paid assistant, which would read the texts that are queried. */
const WITHOUT_ADVERTISEMENT = '<style>app-banner-container { display: none }</style>';

const FIRST_QUERY = `# Put your key into the Authorization header, under "Set Headers" on the left.
query Newest {
  conversations(first: 5) {
    totalCount
    edges {
      node {
        id
        status
        labels { name path score }
        keyphrases { text canonical inTaxonomy }
      }
    }
  }
}
`;

const options: RenderOptions = {
  baseURL: '/explorer/',
  endpointURL: '/graphql',
  initialQuery: FIRST_QUERY,
  initialHeaders: { Authorization: 'Bearer your-key' },
  serveInitialOptionsInSeperateRequest: 'options.js',
  disableAccount: true,
};

/** Loaded when someone looks: a start need not wait for it. */
const altair = () => import('altair-static');

/** The GraphQL explorer Altair, from its package's own files. Open to anyone: what it asks needs a key. */
@Controller('explorer')
export class ExplorerController {
  @Get()
  @AllowAnyone()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', CONTENT_SECURITY_POLICY)
  async page(): Promise<string> {
    const { renderAltair } = await altair();
    return renderAltair(options).replace('</head>', () => `${WITHOUT_ADVERTISEMENT}</head>`);
  }

  @Get('options.js')
  @AllowAnyone()
  @Header('content-type', 'text/javascript; charset=utf-8')
  async options(): Promise<string> {
    return (await altair()).renderInitSnippet(options);
  }

  /** Anything else is a file of the package, or not there. */
  @Get('*path')
  @AllowAnyone()
  async file(@Param('path') path: string | string[], @Res() response: Response): Promise<void> {
    const { getDistDirectory, isSandboxFrame, SANDBOX_FRAME_CSP } = await altair();
    const name = [path].flat().join('/');
    response.set(
      'content-security-policy',
      isSandboxFrame(name) ? SANDBOX_FRAME_CSP : CONTENT_SECURITY_POLICY,
    );
    await new Promise<void>((resolve, reject) =>
      response.sendFile(name, { root: getDistDirectory() }, (error: unknown) =>
        error && !response.headersSent
          ? reject(new PublicError('NOT_FOUND', 'The explorer has no such file'))
          : resolve(),
      ),
    );
  }
}
