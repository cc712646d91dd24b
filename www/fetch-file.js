// One sentence for a file that does not come, whatever kept it away.

/**
 * @param {URL} url
 * @returns {Promise<Response>}
 */
export async function fetchFile(url) {
  const response = await fetch(url).catch((error) => {
    throw new Error(`${url.pathname} could not be loaded (${error.message})`);
  });
  if (!response.ok) throw new Error(`${url.pathname} could not be loaded (status ${response.status})`);
  return response;
}
