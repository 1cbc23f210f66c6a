using System;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Refuses a name that is too long. No name is none, as a result without one gives when it is piped back in: ValidateLength refuses that.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NameLengthAttribute(int most) : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is string name && name.Length > most)
        {
            throw new ValidationMetadataException($"The name has {NumberText.Plain(name.Length)} characters: write up to {NumberText.Plain(most)}.");
        }
    }
}
