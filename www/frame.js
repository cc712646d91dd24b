/**
 * Makes a request out of a callback: however often it is asked for, it runs once in the next animation frame.
 * @param {() => void} callback
 */
export function coalesce(callback) {
  let handle = 0;
  const request = () => {
    handle ||= requestAnimationFrame(() => {
      handle = 0;
      callback();
    });
  };
  request.cancel = () => {
    cancelAnimationFrame(handle);
    handle = 0;
  };
  return request;
}
