import { type ClientRequest, type IncomingMessage, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import {
  configureRequestOptions,
  configureRequestUrl,
  type DownloadOptions,
  HttpExecutor,
} from 'builder-util-runtime';

/** Fetches with Node. Chromium resolves no name in this app, and stays so: its network would be a second way out. */
export class NodeNetwork extends HttpExecutor<ClientRequest> {
  override createRequest(
    options: Parameters<HttpExecutor<ClientRequest>['createRequest']>[0],
    callback: (response: IncomingMessage) => void,
  ): ClientRequest {
    const request = options.protocol === 'http:' ? plain : secure;
    return request(options, callback);
  }

  /** As the library's own, by Node. */
  download(url: URL, destination: string, options: DownloadOptions): Promise<string> {
    return options.cancellationToken.createPromise<string>((resolve, reject, onCancel) => {
      const requestOptions = { headers: options.headers ?? undefined };
      configureRequestUrl(url, requestOptions);
      configureRequestOptions(requestOptions);
      this.doDownload(
        requestOptions,
        {
          destination,
          options,
          onCancel,
          callback: (error?: Error | null) => (error ? reject(error) : resolve(destination)),
          responseHandler: null,
        },
        0,
      );
    });
  }
}
