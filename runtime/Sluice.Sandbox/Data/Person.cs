using System.Globalization;
using System.Text;

namespace Sluice.Sandboxes.Data;

/// <summary>Somebody who may be known to several systems. Nobody real: names are put together from syllables.</summary>
/// <remarks>The number is the place in the population; what is special about somebody hangs on it.</remarks>
internal sealed record Person(int Number, string GivenName, string FamilyName, string Email, string Phone)
{
    /// <summary>The day of birth, as ISO 8601 writes it.</summary>
    public string Birthday =>
        new DateOnly(1950, 1, 1).AddDays(97 * Number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string FullName => $"{GivenName} {FamilyName}";

    /// <summary>
    /// The same person with accents as base letter and mark, which looks alike and differs in every byte.
    /// </summary>
    public Person Decomposed() => this with
    {
        GivenName = GivenName.Normalize(NormalizationForm.FormD),
        FamilyName = FamilyName.Normalize(NormalizationForm.FormD),
        Email = Email.Normalize(NormalizationForm.FormD),
    };
}
