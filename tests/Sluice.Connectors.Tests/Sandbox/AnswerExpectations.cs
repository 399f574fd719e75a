using System.Net;

namespace Sluice.Connectors.Tests.Sandboxes;

public static class AnswerExpectations
{
    public static async Task<Answer> Expect(this Task<Answer> sending, HttpStatusCode status) =>
        (await sending).Expect(status);
}
