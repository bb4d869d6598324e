import { Router, type RequestHandler } from 'express';
import swaggerUi from 'swagger-ui-express';
import { openApiDocument } from '../openapi.ts';

const path = '/api/v1/openapi.json';
const swaggerOptions = { url: path, validatorUrl: null, supportedSubmitMethods: ['get'] };
/** The pages set styles inline; scripts come from this server alone. */
const contentSecurity =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

/** The description of the API, and pages to read it that need no other host. */
export function openApiRoutes(): Router {
  const router = Router();
  let description: object | undefined;
  router.get(path, (_request, response) => {
    response.json((description ??= openApiDocument()));
  });
  const pages = swaggerUi.setup(undefined, { swaggerOptions, customSiteTitle: '三项 API' });
  router.use('/api/docs', inlineStyles, swaggerUi.serve, pages);
  return router;
}

const inlineStyles: RequestHandler = (_request, response, next) => {
  response.set('Content-Security-Policy', contentSecurity);
  next();
};
